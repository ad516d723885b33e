using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Map;

namespace BorderWatch.Web.Tests.Map;

public sealed class MapSpotTests
{
    private static MapPoint Point(
        string place = "Kabul", double latitude = 34.53, PlacePrecision precision = PlacePrecision.Exact, string type = "Battles", CasualtyCount? killed = null) =>
        new(Guid.CreateVersion7(), $"Clash in {place}", type, new DateOnly(2026, 11, 4), latitude, 69.17, precision, place, killed ?? CasualtyCount.Unsaid);

    [Fact]
    public void Of_SameCoordinates_IsOneSpotWithACount()
    {
        var spots = MapSpot.Of([Point(), Point(), Point("Herat", 34.35)]);

        Assert.Equal([2, 1], spots.Select(spot => spot.Draw().Count));
        Assert.Equal("2 incidents: Kabul", spots[0].Label);
        Assert.Equal("Clash in Herat", spots[1].Label);
    }

    [Fact]
    public void Of_ExactAndNear_ShareADotAndSayTheVaguer()
    {
        var spot = Assert.Single(MapSpot.Of([Point(), Point(precision: PlacePrecision.Near)]));

        Assert.Equal(0, spot.Draw().Radius);
        Assert.Equal("near Kabul", spot.Where);
    }

    [Fact]
    public void Of_ProvinceAndTownAtOneCentre_AreNotMixed() =>
        Assert.Equal([0, 80], MapSpot.Of([Point(), Point(precision: PlacePrecision.Admin1)]).Select(spot => spot.Draw().Radius));

    [Fact]
    public void Draw_SeveralTypes_HasNoTypesColour()
    {
        Assert.Equal("battles", MapSpot.Of([Point(), Point()])[0].Draw().Slug);
        Assert.Equal(MapSpot.Several, MapSpot.Of([Point(), Point(type: "Riots")])[0].Draw().Slug);
    }

    [Fact]
    public void Draw_Killed_AddsTheLikeliestElseTheLowest() =>
        Assert.Equal(18, MapSpot.Of([Point(killed: new(3, 5, 8)), Point(killed: new(13, null, null)), Point()])[0].Draw().Killed);

    [Theory]
    [InlineData(PlacePrecision.Exact, "34.53° N, 69.17° E")]
    [InlineData(PlacePrecision.Admin1, "centre 34.5° N, 69.2° E")]
    public void CoordinateWords_HaveNoMoreDigitsThanTheyAreWorth(PlacePrecision precision, string words) =>
        Assert.Equal(words, CoordinateWords.Of(34.53, 69.17, precision));

    [Fact]
    public void Radius_GrowsWithUncertaintyAndOnlyKnownPlacesAreDots()
    {
        Assert.All([PlacePrecision.Exact, PlacePrecision.Near], precision => Assert.Equal(0, Uncertainty.RadiusKilometres(precision)));
        Assert.Equal(
            [25, 60, 80, 250],
            new[] { PlacePrecision.Admin2, PlacePrecision.Border, PlacePrecision.Admin1, PlacePrecision.Country }.Select(Uncertainty.RadiusKilometres));
    }
}
