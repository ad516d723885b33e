using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Tests.Regions;

public sealed class RegionLinksTests
{
    private static readonly RegionLinks s_links = new(Guid.NewGuid(), new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));

    [Fact]
    public void Links_CarryTheRegionTheDaysAndTheirOwnPart()
    {
        var actor = Guid.NewGuid();

        Assert.Multiple(
            () => Assert.Equal(["Explosions/Remote violence"], Read(s_links.OfType("Explosions/Remote violence")).EventTypes),
            () => Assert.Equal(actor, Read(s_links.OfActor(actor)).Actors.Single().ActorId),
            () => Assert.Equal(("AF", "Badakhshan"), (Read(s_links.OfProvince("AF", "Badakhshan")).Countries.Single(), Read(s_links.OfProvince("AF", "Badakhshan")).Admin1)),
            () => Assert.True(Read(s_links.WithoutToll).WithoutToll),
            () => Assert.True(Read(s_links.InConflict).InConflict));
    }

    [Fact]
    public void RegionWords_WholeCountriesFirst() => Assert.Equal(
        "Tajikistan; Badakhshan and Takhar in Afghanistan",
        RegionWords.Of([new RegionPart.Area("AF", "Takhar"), new RegionPart.Area("AF", "Badakhshan"), new RegionPart.Area("TJ")]));

    private static Store.Timeline.TimelineFilter Read(string link)
    {
        var filter = TimelineAddress.Read(link, new DateOnly(2026, 11, 24)).Filter;
        Assert.Equal((s_links.Region, s_links.From, s_links.To), (filter.RegionId, filter.From, filter.To));
        return filter;
    }
}
