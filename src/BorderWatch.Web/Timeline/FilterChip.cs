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
    /// <param name="facets">Names the actor; null while it is loading.</param>
    public static IReadOnlyList<FilterChip> Of(TimelineAddress address, TimelineFacets? facets)
    {
        var filter = address.Filter;
        List<FilterChip> chips = [];
        void Add(string label, TimelineFilter without) => chips.Add(new(label, address with { Filter = without }));
        if (filter.Text is { } text) Add($"“{text}”", filter with { Text = null });
        if (address.LastDays is { } days) chips.Add(new($"last {days} days", address.Between(null, null)));
        else if (filter.From is not null || filter.To is not null) chips.Add(new(Days(filter), address.Between(null, null)));
        foreach (var type in filter.EventTypes) Add(type, filter with { EventTypes = [.. filter.EventTypes.Where(other => other != type)] });
        foreach (var country in filter.Countries) Add(CountryName.Of(country), filter with { Countries = [.. filter.Countries.Where(other => other != country)] });
        if (filter.Admin1 is { } province) Add(province, filter with { Admin1 = null });
        if (filter.ActorId is { } actor) Add(facets?.Actors.FirstOrDefault(facet => facet.Value == actor)?.Label ?? "one actor", filter with { ActorId = null });
        if (filter.RegionId is not null) Add("one region", filter with { RegionId = null });
        if (filter.SourceId is not null) Add("one source", filter with { SourceId = null });
        if (filter.Status is { } status) Add(status.ToString().ToLowerInvariant(), filter with { Status = null });
        if (filter.WithoutToll) Add("toll not said", filter with { WithoutToll = false });
        if (filter.InConflict) Add("reports differ", filter with { InConflict = false });
        return chips;
    }

    private static string Days(TimelineFilter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => from == to ? DateWords.Day(from) : $"{DateWords.Day(from)} – {DateWords.Day(to)}",
        ({ } from, null) => $"from {DateWords.Day(from)}",
        (_, { } to) => $"until {DateWords.Day(to)}",
        _ => "every day",
    };
}
