using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Regions;

/// <summary>Regions of districts, outlines, borders and other regions: what belongs to them, on the timeline and in the sums.</summary>
public sealed class RegionShapesTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly DateOnly s_day = new(2026, 11, 20);

    private static readonly GeoPoint[] s_square = [new(37, 71), new(37, 72), new(38, 72), new(38, 71)];

    private IRegionCommands Regions => Get<IRegionCommands>();

    [Fact]
    public async Task District_HoldsItsPlacesAndNoOther()
    {
        var story = new Story();
        story.Incident("In the district", place: In(story.Place("Yamg", "Gorno-Badakhshan", "TJ"), "Ishkoshim"));
        story.Incident("In another", place: In(story.Place("Sayod", "Gorno-Badakhshan", "TJ"), "Darvoz"));
        story.Incident("Nobody knows the district", place: story.Place("Khorugh", "Gorno-Badakhshan", "TJ"));
        await TellAsync(story);

        Assert.Equal(["In the district"], await TitlesAsync(await MakeAsync(new RegionPart.Area("TJ", "Gorno-Badakhshan", "Ishkoshim"))));
        Assert.Equal(3, (await TitlesAsync(await MakeAsync(new RegionPart.Area("TJ", "Gorno-Badakhshan", "Ishkoshim"), new RegionPart.Area("TJ", "Gorno-Badakhshan")))).Count);
        Assert.Equal([("Ishkoshim", 1), ("Darvoz", 1)], (await Get<IRegionQuery>().DistrictsAsync(Cancellation)).Select(district => (district.Admin2, district.Count)).OrderDescending());
    }

    [Fact]
    public async Task Outline_HoldsWhatIsKnownToTheDistrictAtLeast()
    {
        var story = new Story();
        var (inside, outside, nowhere) = (story.Place("Inside", "Gorno-Badakhshan", "TJ", 37.5, 71.5), story.Place("Outside", "Gorno-Badakhshan", "TJ", 38.5, 71.5), story.Place("Nowhere", "Gorno-Badakhshan", "TJ", null, null));
        foreach (var precision in Enum.GetValues<PlacePrecision>()) story.Incident($"{precision} inside", place: inside).PlacePrecision = precision;
        story.Incident("Outside", place: outside);
        story.Incident("Nowhere", place: nowhere);
        await TellAsync(story);

        var region = await MakeAsync(new RegionPart.Outline("Square", s_square));

        Assert.Equal(["Admin2 inside", "Exact inside", "Near inside"], await TitlesAsync(region));
        await using var db = Open();
        await db.Places.Where(place => place.Id == outside.Id).ExecuteUpdateAsync(set => set.SetProperty(place => place.Latitude, 37.6), Cancellation);
        Assert.Equal(["Admin2 inside", "Exact inside", "Near inside", "Outside"], await TitlesAsync(region));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
        // What an area holds as a whole is no longer asked how precisely it is known.
        Assert.Equal(8, (await TitlesAsync(await MakeAsync(new RegionPart.Outline("Square", s_square), new RegionPart.Area("TJ")))).Count);
    }

    [Fact]
    public async Task Border_HoldsBothSidesUpToTheDistance_AndTheBorderItself()
    {
        var story = new Story();
        story.Incident("By the river", place: story.Place("Panji Poyon", "Khatlon", "TJ", 37.20, 68.58));
        story.Incident("On the other bank", place: story.Place("Sher Khan", "Kunduz", "AF", 37.16, 68.61));
        story.Incident("An hour away", place: story.Place("Bokhtar", "Khatlon", "TJ", 37.83, 68.78));
        story.Incident("Somewhere along it", place: story.Place("Afghanistan–Tajikistan border", null, "TJ", 37.5, 70)).PlacePrecision = PlacePrecision.Border;
        story.Incident("Somewhere in the country", place: story.Place("Tajikistan", null, "TJ", 37.2, 68.6)).PlacePrecision = PlacePrecision.Country;
        await TellAsync(story);

        Assert.Equal(["By the river", "On the other bank", "Somewhere along it"], await TitlesAsync(await MakeAsync(new RegionPart.Border("TJ", "AF", 20))));
        Assert.Equal(["An hour away", "By the river", "On the other bank", "Somewhere along it"], await TitlesAsync(await MakeAsync(new RegionPart.Border("AF", "TJ", 100))));
    }

    [Fact]
    public async Task Region_HoldsWhatTheRegionsHoldThatBelongToIt()
    {
        var story = new Story();
        story.Incident("In Osh", place: story.Place("Osh", "Osh", "KG", 40.51, 72.8));
        story.Incident("In Panj", place: story.Place("Panj", "Khatlon", "TJ", 37.24, 69.1));
        await TellAsync(story);
        var osh = await MakeAsync(new RegionPart.Area("KG", "Osh"));
        var middle = await MakeAsync(new RegionPart.Whole(osh, ""));
        var top = await MakeAsync(new RegionPart.Whole(middle, ""), new RegionPart.Area("UZ"));
        Assert.Equal(["In Osh"], await TitlesAsync(top));

        Assert.Null((await Regions.ChangeAsync(osh, await VersionAsync(osh), "Osh and Panj", [new RegionPart.Area("KG", "Osh"), new RegionPart.Area("TJ", "Khatlon")], Caller.Local, Cancellation)).Error);

        Assert.Equal(["In Osh", "In Panj"], await TitlesAsync(top));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
        Assert.Contains("holds this region already", (await Regions.ChangeAsync(osh, await VersionAsync(osh), "Ring", [new RegionPart.Whole(top, "")], Caller.Local, Cancellation)).Error);
        Assert.Contains("cannot belong to itself", (await Regions.ChangeAsync(osh, await VersionAsync(osh), "Ring", [new RegionPart.Whole(osh, "")], Caller.Local, Cancellation)).Error);
        Assert.Contains("is not there any more", (await Regions.CreateAsync("Lost", [new RegionPart.Whole(Guid.NewGuid(), "")], Caller.Local, Cancellation)).Error);
        Assert.StartsWith("It belongs to ", (await Regions.DeleteAsync(osh, Caller.Local, Cancellation)).Error);
        Assert.Null((await Regions.DeleteAsync(top, Caller.Local, Cancellation)).Error);
        Assert.Null((await Regions.DeleteAsync(middle, Caller.Local, Cancellation)).Error);
        Assert.Null((await Regions.DeleteAsync(osh, Caller.Local, Cancellation)).Error);
        await using var db = Open();
        Assert.Equal((0, 0), (await db.RegionPlaces.CountAsync(Cancellation), await db.RegionTallies.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Regions_PutTogetherAtOnce_MakeNoRing()
    {
        var (one, other) = (await MakeAsync(new RegionPart.Area("KG")), await MakeAsync(new RegionPart.Area("TJ")));
        var (versionOfOne, versionOfOther) = (await VersionAsync(one), await VersionAsync(other));

        var results = await Task.WhenAll(
            Regions.ChangeAsync(one, versionOfOne, "One", [new RegionPart.Whole(other, "")], Caller.Local, Cancellation),
            Regions.ChangeAsync(other, versionOfOther, "Other", [new RegionPart.Whole(one, "")], Caller.Local, Cancellation));

        Assert.Single(results, result => result.Error is null);
        Assert.Single(results, result => result.Error?.Contains("holds this region already", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Change_OfAnOldVersion_IsRefused()
    {
        var region = await MakeAsync(new RegionPart.Area("TJ"), new RegionPart.Border("TJ", "KG", 5));
        var version = await VersionAsync(region);
        Assert.Null((await Regions.ChangeAsync(region, version, "First", [new RegionPart.Area("TJ"), new RegionPart.Border("KG", "TJ", 7)], Caller.Local, Cancellation)).Error);

        var late = await Regions.ChangeAsync(region, version, "Second", [new RegionPart.Area("KG")], Caller.Local, Cancellation);

        Assert.Contains("Somebody else changed this region", late.Error);
        var kept = Assert.Single(await Get<IRegionQuery>().ListAsync(Cancellation));
        Assert.Equal("First", kept.Name);
        Assert.Equal<RegionPart>([new RegionPart.Area("TJ"), new RegionPart.Border("KG", "TJ", 7)], RegionPart.Of(kept));
        await using var db = Open();
        Assert.Equal(["created", "changed"], await db.Revisions.Where(r => r.SubjectId == region).OrderBy(r => r.Id).Select(r => r.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Delete_IsForAdministratorsAndOfWhatNothingUses()
    {
        var region = await MakeAsync(new RegionPart.Area("TJ"));
        var manager = await AccountAsync("Mina", Role.Manager);
        Assert.Contains("delete regions", (await Regions.DeleteAsync(region, manager, Cancellation)).Error);
        var view = await Get<IViewCommands>().SaveAsync(new("Mine", new TimelineFilter { RegionId = region }, null, false), manager, Cancellation);
        Assert.Null(view.Error);

        Assert.Equal("Saved views ask for it (1); change or delete them first.", (await Regions.DeleteAsync(region, Caller.Local, Cancellation)).Error);
        Assert.Single(await Get<IRegionQuery>().ListAsync(Cancellation));
    }

    private static Place In(Place place, string district)
    {
        place.Admin2 = district;
        return place;
    }

    private async Task<Guid> MakeAsync(params RegionPart[] parts)
    {
        var made = await Regions.CreateAsync($"Region {Guid.NewGuid():N}", parts, Caller.Local, Cancellation);
        Assert.Null(made.Error);
        return made.Value;
    }

    private async Task<uint> VersionAsync(Guid region)
    {
        await using var db = Open();
        return await db.Regions.Where(one => one.Id == region).Select(one => one.Version).SingleAsync(Cancellation);
    }

    // What the timeline lists, having seen that the region's own figures say as many.
    private async Task<IReadOnlyList<string>> TitlesAsync(Guid region)
    {
        var page = await Get<ITimelineQuery>().PageAsync(new TimelineFilter { RegionId = region }, null, 100, Cancellation);
        var summary = await Get<IRegionQuery>().SummariseAsync(region, s_day, s_day, Cancellation);
        Assert.Equal(page.Rows.Count, summary!.Now.Incidents);
        return [.. page.Rows.Select(row => row.Title).Order(StringComparer.Ordinal)];
    }
}
