using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Map;

namespace BorderWatch.Web.Tests.Map;

public sealed class MapReadingTests
{
    private static MapReading Reading(int without, int with, int drawn)
    {
        var points = Enumerable.Range(0, drawn).Select(i => new MapPoint(
            Guid.CreateVersion7(), "Clash", "Battles", new DateOnly(2026, 11, 4), 30 + i, 69, PlacePrecision.Exact, "Kabul", CasualtyCount.Unsaid)).ToList();
        return new(new MapPoints(points, without, with), MapSpot.Of(points), new TimelineFacets([], [], [], new Dictionary<Guid, string>()));
    }

    [Fact]
    public void Missing_NothingMissing_IsNull() => Assert.Null(Reading(0, 3, 3).Missing);

    [Fact]
    public void Missing_WithoutCoordinates_SaysHowMany()
    {
        Assert.Equal("1 incident has no coordinates and cannot be drawn.", Reading(1, 3, 3).Missing);
        Assert.Equal("7 incidents have no coordinates and cannot be drawn.", Reading(7, 3, 3).Missing);
    }

    [Fact]
    public void Missing_MoreThanIsDrawn_SaysSo() => Assert.Contains("2 older ones are not", Reading(0, 5, 3).Missing, StringComparison.Ordinal);

    [Fact]
    public void At_KeyOfNoSpot_IsEverything()
    {
        var reading = Reading(0, 3, 3);

        Assert.Equal(3, reading.At("gone").Count);
        Assert.Same(reading.Points.Points[1], Assert.Single(reading.At(MapSpot.KeyOf(reading.Points.Points[1]))));
    }
}
