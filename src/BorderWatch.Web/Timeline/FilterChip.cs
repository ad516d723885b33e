using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Timeline;

/// <summary>One part of the filter that can be taken away.</summary>
/// <param name="Label">What it asks for.</param>
/// <param name="Without">The address without it.</param>
public sealed record FilterChip(string Label, TimelineAddress Without)
{
    /// <summary>Every part of a filter, in the order of the panel.</summary>
    /// <param name="address">The filter.</param>
    /// <param name="facets">Names what the filter asks for by id; null while it is loading.</param>
    public static IReadOnlyList<FilterChip> Of(TimelineAddress address, TimelineFacets? facets)
    {
        var filter = address.Filter;
        List<FilterChip> chips = [];
        string Named(Guid id, string unnamed) => facets?.Names.GetValueOrDefault(id) ?? unnamed;
        void Add(string label, TimelineFilter without) => chips.Add(new(label, address with { Filter = without }));
        if (filter.Text is { } text) Add($"“{text}”", filter with { Text = null });
        if (address.LastDays is { } days) chips.Add(new(Say.It("last {0} days", days), address.Between(null, null)));
        else if (filter.From is not null || filter.To is not null) chips.Add(new(Days(filter), address.Between(null, null)));
        foreach (var type in filter.EventTypes) Add(Say.Name(type), filter with { EventTypes = [.. filter.EventTypes.Where(other => other != type)] });
        foreach (var type in filter.SubEventTypes) Add(Say.Name(type), filter with { SubEventTypes = [.. filter.SubEventTypes.Where(other => other != type)] });
        foreach (var country in filter.Countries) Add(CountryName.Of(country), filter with { Countries = [.. filter.Countries.Where(other => other != country)] });
        if (filter.Admin1 is { } province) Add(province, filter with { Admin1 = null });
        if (filter.PlaceId is { } place) Add(Named(place, Say.It("one place")), filter with { PlaceId = null });
        if (filter.RegionId is { } region) Add(Named(region, Say.It("one region")), filter with { RegionId = null });
        if (filter.Box is not null) Add(Say.It("in a part of the map (places known to the district)"), filter with { Box = null });
        foreach (var part in filter.Actors)
            Add(Named(part.ActorId, Say.It("one actor")) + Role(part.Role), filter with { Actors = [.. filter.Actors.Where(other => other != part)] });
        foreach (var kind in filter.TargetKinds) Add(Say.It("hit: {0}", TargetWords.Of(kind).ToLowerInvariant()), filter with { TargetKinds = [.. filter.TargetKinds.Where(other => other != kind)] });
        if (filter.WatchlistId is not null) Add(Say.It("on a watchlist"), filter with { WatchlistId = null });
        if (filter.SourceId is { } source) Add(Named(source, Say.It("one source")), filter with { SourceId = null });
        if (filter.Killed is { } killed) Add(Say.It("{0} killed", Count(killed)), filter with { Killed = null });
        if (filter.Injured is { } injured) Add(Say.It("{0} injured", Count(injured)), filter with { Injured = null });
        if (filter.Abducted is { } abducted) Add(Say.It("{0} abducted", Count(abducted)), filter with { Abducted = null });
        if (filter.Weapon is { } weapon) Add(Say.It("by {0}", weapon), filter with { Weapon = null });
        if (filter.Precision is { } precision) Add(PrecisionWords.AtLeast(precision), filter with { Precision = null });
        if (filter.Confidence is { } confidence) Add(Say.It("confidence {0:0.#} % and more", confidence * 100), filter with { Confidence = null });
        foreach (var tag in filter.Tags) Add(Say.It("tag: {0}", tag), filter with { Tags = [.. filter.Tags.Where(other => other != tag)] });
        if (filter.Status is { } status) Add(Say.Name(status.ToString().ToLowerInvariant()), filter with { Status = null });
        if (filter.WithoutToll) Add(Say.It("toll not said"), filter with { WithoutToll = false });
        if (filter.InConflict) Add(Say.It("reports differ"), filter with { InConflict = false });
        if (filter.IsDemo is { } isDemo) Add(isDemo ? Say.It("demo only") : Say.It("without the demo"), filter with { IsDemo = null });
        if (filter.ReportedAfter is { } moment) Add(Say.It("first reported after {0}", DateWords.Moment(moment)), filter with { ReportedAfter = null });
        return chips;
    }

    private static string Role(ActorRole? role) => role switch
    {
        null => "",
        ActorRole.Other => " " + Say.It("(took part otherwise)"),
        { } known => " " + Say.It("as {0}", Say.Name(known.ToString().ToLowerInvariant())),
    };

    private static string Count(CountRange range) => (range.AtLeast, range.AtMost) switch
    {
        ({ } low, { } high) => low == high ? $"{low}" : $"{low}–{high}",
        ({ } low, null) => Say.It("{0} or more", low),
        (_, var high) => Say.It("at most {0}", high),
    };

    private static string Days(TimelineFilter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => from == to ? DateWords.Day(from) : $"{DateWords.Day(from)} – {DateWords.Day(to)}",
        ({ } from, null) => Say.It("from {0}", DateWords.Day(from)),
        (_, { } to) => Say.It("until {0}", DateWords.Day(to)),
        _ => Say.It("every day"),
    };
}
