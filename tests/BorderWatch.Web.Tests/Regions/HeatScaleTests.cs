using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class HeatScaleTests
{
    [Fact]
    public void Depths_HoldAQuarterOfTheNumbersEach_SoThatOneGreatDayDoesNotPaleTheOthers()
    {
        var scale = new HeatScale([0, 0, 1, 1, 2, 3, 4, 5, 6, 90]);

        Assert.Equal([0, 1, 2, 2, 3, 3, 4, 4], new[] { 0, 1, 2, 3, 4, 5, 6, 90 }.Select(scale.Of));
        Assert.Equal([(1, "1"), (2, "2–3"), (3, "4–5"), (4, "6–90")], scale.Legend);
    }

    [Fact]
    public void FewNumbers_StayLight()
    {
        var scale = new HeatScale([1, 1, 1, 2]);

        Assert.Equal((1, 2), (scale.Of(1), scale.Of(2)));
        Assert.Equal([(1, "1"), (2, "2")], scale.Legend);
        Assert.Empty(new HeatScale([0, 0]).Legend);
        Assert.Equal(0, new HeatScale([]).Of(0));
    }
}
