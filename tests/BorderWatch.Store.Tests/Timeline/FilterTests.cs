using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Map;
using BorderWatch.Store.Places;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Tests.Timeline;

public sealed class FilterTests(World world) : IClassFixture<World>
{
    public static TheoryData<string> Filters => [.. Cases.Keys];

    private static readonly GeoBox s_world = new(-180, -90, 180, 90);
    private static readonly GeoBox s_osh = new(72, 40, 73, 41);

    private static readonly Dictionary<string, (Func<World, TimelineFilter> Filter, Func<World, WorldIncident, bool> Lets)> Cases = new()
    {
        ["nothing"] = (_ => new(), (_, _) => true),
        ["from"] = (_ => new() { From = new(2026, 6, 5) }, (_, i) => i.Incident.TimelineDate >= new DateOnly(2026, 6, 5)),
        ["to"] = (_ => new() { To = new(2026, 6, 5) }, (_, i) => i.Incident.TimelineDate <= new DateOnly(2026, 6, 5)),
        ["event types"] = (_ => new() { EventTypes = ["Battles", "Protests"] }, (_, i) => i.Incident.EventType is "Battles" or "Protests"),
        ["countries"] = (_ => new() { Countries = ["KG"] }, (_, i) => i.Place?.CountryCode == "KG"),
        ["province"] = (_ => new() { Admin1 = "Khatlon" }, (_, i) => i.Place?.Admin1 == "Khatlon"),
        ["region"] = (w => new() { RegionId = w.Region }, (_, i) => i.Place is { CountryCode: "KG" } or { CountryCode: "TJ", Admin1: "Gorno-Badakhshan" }),
        ["actor"] = (w => new() { Actors = [new(Actor(w, "Smugglers"))] }, (_, i) => i.Actors.Any(a => a.Name == "Smugglers")),
        ["source"] = (w => new() { SourceId = Source(w, "Pamir Post") }, (_, i) => i.Sources.Any(s => s.Name == "Pamir Post")),
        ["status"] = (_ => new() { Status = IncidentStatus.Confirmed }, (_, i) => i.Incident.Status == IncidentStatus.Confirmed),
        ["without toll"] = (_ => new() { WithoutToll = true }, (_, i) => !i.Incident.Killed.IsSaid),
        ["in conflict"] = (_ => new() { InConflict = true }, (_, i) => i.Incident.HasConflict),
        ["box"] = (_ => new() { Box = s_osh }, (_, i) => IsIn(s_osh, i) && i.Incident.PlacePrecision <= PlacePrecision.Admin2),
        ["box over the meridian of 180 degrees"] = (
            _ => new() { Box = s_osh with { West = s_osh.East, East = s_osh.West } },
            (_, i) => i.Place is { Latitude: { } latitude, Longitude: { } longitude } && latitude >= s_osh.South && latitude <= s_osh.North
                && (longitude >= s_osh.East || longitude <= s_osh.West) && i.Incident.PlacePrecision <= PlacePrecision.Admin2),
        ["precisions"] = (_ => new() { Precisions = [PlacePrecision.Admin1] }, (_, i) => i.Incident.PlacePrecision == PlacePrecision.Admin1),
        ["two actors"] = (
            w => new() { Actors = [new(Actor(w, "Smugglers")), new(Actor(w, "Farmers"))] },
            (_, i) => i.Actors.Any(a => a.Name == "Smugglers") && i.Actors.Any(a => a.Name == "Farmers")),
        ["actor as target"] = (
            w => new() { Actors = [new(Actor(w, "Border Guards"), ActorRole.Target)] }, (_, i) => i.Actors.Count > 0 && i.Actors[0].Name == "Border Guards"),
        ["a kind of target"] = (_ => new() { TargetKinds = [TargetKind.Health] }, (_, i) => Hit(i)?.Name == "Smugglers"),
        ["foreign nationals"] = (_ => new() { TargetKinds = [TargetKind.ForeignNationals] }, (_, i) => Hit(i)?.Name == "Farmers" && i.Place?.CountryCode is not null and not "KG"),
        ["two kinds of target"] = (
            _ => new() { TargetKinds = [TargetKind.ForeignNationals, TargetKind.Mining] },
            (_, i) => Hit(i)?.Name == "Smugglers" || (Hit(i)?.Name == "Farmers" && i.Place?.CountryCode is not null and not "KG")),
        ["place"] = (w => new() { PlaceId = w.All.First(i => i.Place?.Name == "Osh").Place!.Id }, (_, i) => i.Place?.Name == "Osh"),
        ["sub-type"] = (_ => new() { SubEventTypes = ["Armed clash"] }, (_, i) => i.Incident.SubEventType == "Armed clash"),
        ["sub-type of a chosen type, beside another type"] = (
            _ => new() { EventTypes = ["Battles", "Protests"], SubEventTypes = ["Armed clash"] },
            (_, i) => i.Incident.EventType == "Protests" || i.Incident.SubEventType == "Armed clash"),
        ["weapon, whatever its case"] = (_ => new() { Weapon = "MORTAR" }, (_, i) => i.Incident.Weapon is "mortar" or "Mortar"),
        ["killed at least"] = (_ => new() { Killed = new(10, null) }, (_, i) => (i.Incident.Killed.Best ?? i.Incident.Killed.Low) >= 10),
        ["killed at most"] = (_ => new() { Killed = new(null, 10) }, (_, i) => (i.Incident.Killed.Best ?? i.Incident.Killed.High ?? i.Incident.Killed.Low) <= 10),
        ["injured between"] = (
            _ => new() { Injured = new(3, 12) },
            (_, i) => (i.Incident.Injured.Best ?? i.Incident.Injured.Low) >= 3 && (i.Incident.Injured.Best ?? i.Incident.Injured.High ?? i.Incident.Injured.Low) <= 12),
        ["abducted at least"] = (_ => new() { Abducted = new(1, null) }, (_, i) => (i.Incident.Abducted.Best ?? i.Incident.Abducted.Low) >= 1),
        ["precision"] = (_ => new() { Precision = PlacePrecision.Admin2 }, (_, i) => i.Incident.PlacePrecision <= PlacePrecision.Admin2),
        ["confidence"] = (_ => new() { Confidence = 0.5 }, (_, i) => i.Incident.Confidence >= 0.5),
        ["tag"] = (_ => new() { Tags = ["BORDER"] }, (_, i) => i.Incident.Tags.Any(tag => tag.Name == "border")),
        ["two tags"] = (_ => new() { Tags = ["border", "water dispute"] }, (_, i) => i.Incident.Tags.Count == 2),
        ["demo"] = (_ => new() { IsDemo = true }, (_, i) => i.Sources.Count > 0 && i.Sources.All(s => s.IsDemo)),
        ["not the demo"] = (_ => new() { IsDemo = false }, (_, i) => i.Sources.Count == 0 || i.Sources.Any(s => !s.IsDemo)),
        ["several parts"] = (
            w => new() { Countries = ["TJ", "KG"], EventTypes = ["Battles"], Actors = [new(Actor(w, "Farmers"))], InConflict = true },
            (_, i) => i.Place?.CountryCode is "TJ" or "KG" && i.Incident.EventType == "Battles" && i.Actors.Any(a => a.Name == "Farmers") && i.Incident.HasConflict),
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Page_HoldsWhatTheFilterLetsThrough(string name)
    {
        var (filter, lets) = Cases[name];
        var expected = world.Shown.Where(i => lets(world, i)).Select(i => i.Incident.Id).ToHashSet();
        Assert.InRange(expected.Count, 1, 299);

        var page = await Query.PageAsync(filter(world), null, 1000, TestContext.Current.CancellationToken);

        Assert.Equal(expected, page.Rows.Select(row => row.Id).ToHashSet());
        Assert.Equal(expected.Count, await Query.CountAsync(filter(world), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rejected_AreShownWhenAskedFor()
    {
        var page = await Query.PageAsync(new() { Status = IncidentStatus.Rejected }, null, 1000, TestContext.Current.CancellationToken);

        Assert.Equal(
            world.All.Where(i => i.Incident.Status == IncidentStatus.Rejected).Select(i => i.Incident.Id).ToHashSet(),
            page.Rows.Select(row => row.Id).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Facets_AgreeWithCounts(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var filter = Cases[name].Filter(world);

        var facets = await Query.FacetsAsync(filter, cancellation);

        Assert.NotEmpty(facets.EventTypes);
        foreach (var type in facets.EventTypes) Assert.Equal(await Query.CountAsync(filter with { EventTypes = [type.Value], SubEventTypes = [] }, cancellation), type.Count);
        foreach (var country in facets.Countries) Assert.Equal(await Query.CountAsync(filter with { Countries = [country.Value] }, cancellation), country.Count);
        foreach (var actor in facets.Actors) Assert.Equal(await Query.CountAsync(filter with { Actors = [.. filter.Actors, new(actor.Value)] }, cancellation), actor.Count);
        Assert.Equal(await Query.CountAsync(filter with { EventTypes = [], SubEventTypes = [] }, cancellation), facets.EventTypes.Sum(type => type.Count));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Map_DrawsEveryIncidentThatHasCoordinatesAndCountsTheRest(string name)
    {
        var (filter, lets) = Cases[name];
        var shown = world.Shown.Where(i => lets(world, i)).ToList();
        var drawn = shown.Where(i => i.Place?.Latitude is not null).ToList();

        var extent = await Map.ExtentAsync(filter(world), TestContext.Current.CancellationToken);
        var spots = await Map.SpotsAsync(filter(world), s_world, 0.5, TestContext.Current.CancellationToken);

        Assert.Equal((drawn.Count, shown.Count - drawn.Count), (extent.WithCoordinates, extent.WithoutCoordinates));
        Assert.Equal(drawn.Count, spots.Sum(spot => spot.Count));
        Assert.Equal(drawn.Sum(i => i.Incident.Killed.Best ?? i.Incident.Killed.Low ?? 0), spots.Sum(spot => spot.Killed));
        Assert.Equal(drawn.Count == 0 ? null : drawn.Min(i => i.Place!.Latitude), extent.Box?.South);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Histogram_CountsEveryIncidentOnce(string name)
    {
        var (filter, lets) = Cases[name];
        var expected = world.Shown.Where(i => lets(world, i)).ToList();

        var histogram = await Query.HistogramAsync(filter(world), TestContext.Current.CancellationToken);

        Assert.Equal(
            expected.GroupBy(i => i.Incident.EventType).ToDictionary(type => type.Key, type => type.Count()),
            histogram.Bins.SelectMany(bin => bin.Counts).GroupBy(count => count.Key).ToDictionary(type => type.Key, type => type.Sum(count => count.Value)));
        Assert.All(histogram.Bins, bin => Assert.Equal(
            expected.Count(i => i.Incident.TimelineDate >= bin.From && i.Incident.TimelineDate <= bin.To), bin.Total));
        Assert.All(histogram.Bins.Zip(histogram.Bins.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("drone -nothing", 2)]
    public async Task EveryRead_IsOneCommandAndOneForWords(string? words, int commands)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var filter = new TimelineFilter { Text = words, Countries = ["TJ", "KG"] };
        foreach (var read in new Func<Task>[]
        {
            () => Query.PageAsync(filter, null, 50, cancellation), () => Query.CountAsync(filter, cancellation),
            () => Query.FacetsAsync(filter, cancellation), () => Query.HistogramAsync(filter, cancellation),
            () => Map.ExtentAsync(filter, cancellation), () => Map.SpotsAsync(filter, s_world, 0.5, cancellation),
        })
        {
            world.Store.Commands.Reset();
            await read();
            Assert.Equal(commands, world.Store.Commands.Sql.Count);
        }
    }

    private IMapQuery Map => world.Store.Get<IMapQuery>();

    private ITimelineQuery Query => world.Store.Get<ITimelineQuery>();

    private static Actor? Hit(WorldIncident incident) => incident.Actors.Count > 0 ? incident.Actors[0] : null;

    private static bool IsIn(GeoBox box, WorldIncident incident) => incident.Place is { Latitude: { } latitude, Longitude: { } longitude }
        && latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East;

    private static Guid Actor(World world, string name) => world.All.SelectMany(i => i.Actors).First(actor => actor.Name == name).Id;

    private static Guid Source(World world, string name) => world.All.SelectMany(i => i.Sources).First(source => source.Name == name).Id;
}
