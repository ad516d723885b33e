using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Tests.Regions;

/// <summary>What cannot be a part of a region, and what is said of it.</summary>
public sealed class RegionPartCheckTests
{
    private static readonly BorderLines s_borders = new();

    [Theory]
    [InlineData("0 0, 0 1", "The outline has 2 corners; it needs 3 to 500.")]
    [InlineData("0 0, 1 1, 0 1, 1 0", "The outline crosses itself: the side behind corner 1 meets the one behind corner 3.")]
    [InlineData("0 0, 0 2, 0 1, 1 1", "The outline crosses itself: the side behind corner 1 meets the one behind corner 2.")]
    [InlineData("0 0, 0 2, 2 2, 2 0, 0 1", "The outline crosses itself: the side behind corner 1 meets the one behind corner 4.")]
    [InlineData("0 0, 0 1, 91 1", "The corner 91, 1 is not on the map")]
    [InlineData("0 0, 0 1, NaN 1", "The corner NaN, 1 is not on the map")]
    [InlineData("0 0, 0 1, 1 181", "The corner 1, 181 is not on the map")]
    [InlineData("0 0, 0 1, 1 1", null)]
    [InlineData("0 0, 0 3, 3 3, 3 2, 1 2, 1 1, 3 1, 3 0", null)]
    public void Outline_HasCornersOnTheMapAndDoesNotCrossItself(string corners, string? error) =>
        AssertSays(error, new RegionPart.Outline("Drawn", [.. corners.Split(", ").Select(pair => pair.Split(' ')).Select(pair => new GeoPoint(double.Parse(pair[0]), double.Parse(pair[1])))]));

    [Theory]
    [InlineData("TJ", "KZ", 20, "Kazakhstan and Tajikistan have no land border that this map knows; choose two neighbours, or draw an outline.")]
    [InlineData("TJ", "TJ", 20, "Tajikistan and Tajikistan have no land border")]
    [InlineData("TJ", "Kyrgyzstan", 20, "\"KYRGYZSTAN\" is not a country code")]
    [InlineData("TJ", "AF", 0, "Say how far from the border the region reaches: 1 to 500 kilometres.")]
    [InlineData("TJ", "AF", double.NaN, "Say how far from the border the region reaches: 1 to 500 kilometres.")]
    [InlineData("TJ", "AF", 501, "Say how far from the border the region reaches: 1 to 500 kilometres.")]
    [InlineData("tj", "af", 500, null)]
    public void Border_IsOfTwoNeighbours(string one, string other, double kilometres, string? error) => AssertSays(error, new RegionPart.Border(one, other, kilometres));

    [Fact]
    public void Tidy_KeepsWhatNoOtherPartHolds()
    {
        var parts = RegionPartCheck.Tidy(
        [
            new RegionPart.Area("tj", " "), new RegionPart.Area("TJ", "Khatlon"), new RegionPart.Area("AF", "Takhar", "Chah Ab"), new RegionPart.Area("AF", "Takhar"), new RegionPart.Area("AF", "Kunduz", "Imam Sahib"),
            new RegionPart.Border("TJ", "AF", 10), new RegionPart.Border("AF", "TJ", 20), new RegionPart.Outline("A", [new(0, 0), new(0, 1), new(1, 1), new(0, 0)]),
        ]);

        Assert.Equal<RegionPart>(
            [new RegionPart.Area("TJ"), new RegionPart.Area("AF", "Takhar"), new RegionPart.Area("AF", "Kunduz", "Imam Sahib"), new RegionPart.Border("AF", "TJ", 20), new RegionPart.Outline("A", [new(0, 0), new(0, 1), new(1, 1)])], parts);
    }

    [Fact]
    public void District_HasAProvince() => AssertSays("Say which province the district Chah Ab is in.", new RegionPart.Area("AF", null, "Chah Ab"));

    [Fact]
    public void Borders_AreThoseOfTheMap()
    {
        Assert.Equal(["AF", "CN", "KG", "UZ"], s_borders.Neighbours("TJ"));
        Assert.Empty(s_borders.Neighbours("JP"));
        var line = Assert.Single(s_borders.Between("TJ", "AF")!);
        Assert.All(line, point => Assert.True(point is { Latitude: > 36.5 and < 38.6, Longitude: > 67.7 and < 75.2 }));
        Assert.Equal(s_borders.Between("AF", "TJ")!.Single(), line);
    }

    private static void AssertSays(string? expected, RegionPart part)
    {
        var error = new RegionPartCheck(s_borders).Error(RegionPartCheck.Tidy([part]));
        if (expected is null) Assert.Null(error);
        else Assert.StartsWith(expected, error);
    }
}
