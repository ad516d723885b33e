using BorderWatch.Store.Places;
using BorderWatch.Web.Map;

namespace BorderWatch.Web.Tests.Map;

public sealed class MapViewTests
{
    [Fact]
    public void Of_LooksAFifthFurtherAround()
    {
        var view = MapView.Of(60, 30, 70, 40, 5);

        Assert.Equal(new GeoBox(60, 30, 70, 40), view.Box);
        Assert.Equal(new GeoBox(58, 28, 72, 42), view.Surroundings);
    }

    [Fact]
    public void Of_ViewOverTheMeridianOf180Degrees_HasItsWestEastOfItsEast() => Assert.Equal(new GeoBox(170, 0, -170, 10), MapView.Of(170, 0, 190, 10, 4).Box);

    [Fact]
    public void Of_MoreThanTheWorld_IsTheWorld() => Assert.Equal(new GeoBox(-180, -90, 180, 90), MapView.Of(-300, -100, 300, 100, 0).Box);

    [Fact]
    public void Grid_HalvesWithEachZoomAndEndsWhereEveryPlaceIsDrawn()
    {
        Assert.Equal(MapView.Of(60, 30, 70, 40, 4).Grid / 2, MapView.Of(60, 30, 70, 40, 5).Grid, 6);
        Assert.Equal(0, MapView.Of(60, 30, 70, 40, 11).Grid);
    }
}
