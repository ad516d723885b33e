using BorderWatch.Store.Incidents;
using BorderWatch.Store.Map;
using BorderWatch.Web.Map;

namespace BorderWatch.Web.Tests.Map;

public sealed class DrawnSpotTests
{
    private static readonly MapSpot s_spot = new(34.53, 69.17, PlacePrecision.Exact, 2, 5, "Battles", "Kabul", true);

    [Fact]
    public void Of_OnePlace_IsLabelledByIt() => Assert.Equal("2 incidents: Kabul", DrawnSpot.Of(s_spot).Label);

    [Fact]
    public void Of_OneIncident_SaysWhatAndWhere() => Assert.Equal("Battles: near Kabul", DrawnSpot.Of(s_spot with { Count = 1, Precision = PlacePrecision.Near }).Label);

    [Fact]
    public void Of_SeveralPlaces_IsToldApartByComingNearer()
    {
        var drawn = DrawnSpot.Of(s_spot with { IsOnePlace = false });

        Assert.False(drawn.Apart);
        Assert.Equal("2 incidents close together, one at Kabul", drawn.Label);
    }

    [Fact]
    public void Of_SeveralTypes_HasNoTypesColour()
    {
        Assert.Equal("battles", DrawnSpot.Of(s_spot).Slug);
        Assert.Equal(DrawnSpot.Several, DrawnSpot.Of(s_spot with { EventType = null }).Slug);
    }

    [Fact]
    public void Mark_TellsATownFromTheProvinceAroundIt()
    {
        var (town, province) = (SpotMark.Of(s_spot), SpotMark.Of(s_spot with { Precision = PlacePrecision.Admin1 }));

        Assert.NotEqual(town.Key, province.Key);
        Assert.Equal([PlacePrecision.Exact, PlacePrecision.Near], town.Narrow(new()).Precisions);
        Assert.Equal([PlacePrecision.Admin1], province.Narrow(new()).Precisions);
    }

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
