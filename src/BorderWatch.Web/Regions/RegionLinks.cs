using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Regions;

/// <summary>Where a figure of a region's summary can be checked: the timeline under the filter that the figure counts.</summary>
/// <param name="Region">The region.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record RegionLinks(Guid Region, DateOnly From, DateOnly To)
{
    /// <summary>Every incident that is counted.</summary>
    public string All => Timeline(Filter);

    /// <summary>Those of which no report says whether anybody was killed.</summary>
    public string WithoutToll => Timeline(Filter with { WithoutToll = true });

    /// <summary>Those whose reports contradict each other.</summary>
    public string InConflict => Timeline(Filter with { InConflict = true });

    private TimelineFilter Filter => new() { RegionId = Region, From = From, To = To };

    /// <summary>Those of a type.</summary>
    public string OfType(string eventType) => Timeline(Filter with { EventTypes = [eventType] });

    /// <summary>Those in which somebody took part, in that role or, where it is null, in any.</summary>
    public string OfActor(Guid actor, ActorRole? role = null) => Timeline(Filter with { Actors = [new(actor, role)] });

    /// <summary>Those that hit a kind of target.</summary>
    public string OfTarget(TargetKind kind) => Timeline(Filter with { TargetKinds = [kind] });

    /// <summary>Those of a province.</summary>
    public string OfProvince(string countryCode, string admin1) => Timeline(Filter with { Countries = [countryCode], Admin1 = admin1 });

    /// <summary>The same figures' incidents on the map.</summary>
    public string OnMap => new TimelineAddress(Filter).On("/map");

    private static string Timeline(TimelineFilter filter) => new TimelineAddress(filter).On("/");
}
