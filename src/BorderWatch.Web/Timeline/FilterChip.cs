using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
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
        if (address.LastDays is { } days) chips.Add(new($"last {days} days", address.Between(null, null)));
        else if (filter.From is not null || filter.To is not null) chips.Add(new(Days(filter), address.Between(null, null)));
        foreach (var type in filter.EventTypes) Add(type, filter with { EventTypes = [.. filter.EventTypes.Where(other => other != type)] });
        foreach (var type in filter.SubEventTypes) Add(type, filter with { SubEventTypes = [.. filter.SubEventTypes.Where(other => other != type)] });
        foreach (var country in filter.Countries) Add(CountryName.Of(country), filter with { Countries = [.. filter.Countries.Where(other => other != country)] });
        if (filter.Admin1 is { } province) Add(province, filter with { Admin1 = null });
        if (filter.PlaceId is { } place) Add(Named(place, "one place"), filter with { PlaceId = null });
        if (filter.RegionId is { } region) Add(Named(region, "one region"), filter with { RegionId = null });
        if (filter.Box is not null) Add("in a part of the map (places known to the district)", filter with { Box = null });
        foreach (var part in filter.Actors)
            Add(Named(part.ActorId, "one actor") + Role(part.Role), filter with { Actors = [.. filter.Actors.Where(other => other != part)] });
        foreach (var kind in filter.TargetKinds) Add($"hit: {TargetWords.Of(kind).ToLowerInvariant()}", filter with { TargetKinds = [.. filter.TargetKinds.Where(other => other != kind)] });
        if (filter.WatchlistId is not null) Add("on a watchlist", filter with { WatchlistId = null });
        if (filter.SourceId is { } source) Add(Named(source, "one source"), filter with { SourceId = null });
        if (filter.Killed is { } killed) Add($"{Count(killed)} killed", filter with { Killed = null });
        if (filter.Injured is { } injured) Add($"{Count(injured)} injured", filter with { Injured = null });
        if (filter.Abducted is { } abducted) Add($"{Count(abducted)} abducted", filter with { Abducted = null });
        if (filter.Weapon is { } weapon) Add($"by {weapon}", filter with { Weapon = null });
        if (filter.Precision is { } precision) Add(PrecisionWords.AtLeast(precision), filter with { Precision = null });
        if (filter.Confidence is { } confidence) Add(FormattableString.Invariant($"confidence {confidence * 100:0.#} % and more"), filter with { Confidence = null });
        foreach (var tag in filter.Tags) Add($"tag: {tag}", filter with { Tags = [.. filter.Tags.Where(other => other != tag)] });
        if (filter.Status is { } status) Add(status.ToString().ToLowerInvariant(), filter with { Status = null });
        if (filter.WithoutToll) Add("toll not said", filter with { WithoutToll = false });
        if (filter.InConflict) Add("reports differ", filter with { InConflict = false });
        if (filter.IsDemo is { } isDemo) Add(isDemo ? "demo only" : "without the demo", filter with { IsDemo = null });
        if (filter.ReportedAfter is { } moment) Add($"first reported after {DateWords.Moment(moment)}", filter with { ReportedAfter = null });
        return chips;
    }

    private static string Role(ActorRole? role) => role switch
    {
        null => "",
        ActorRole.Other => " (took part otherwise)",
        { } known => $" as {known.ToString().ToLowerInvariant()}",
    };

    private static string Count(CountRange range) => (range.AtLeast, range.AtMost) switch
    {
        ({ } low, { } high) => low == high ? $"{low}" : $"{low}–{high}",
        ({ } low, null) => $"{low} or more",
        (_, var high) => $"at most {high}",
    };

    private static string Days(TimelineFilter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => from == to ? DateWords.Day(from) : $"{DateWords.Day(from)} – {DateWords.Day(to)}",
        ({ } from, null) => $"from {DateWords.Day(from)}",
        (_, { } to) => $"until {DateWords.Day(to)}",
        _ => "every day",
    };
}
