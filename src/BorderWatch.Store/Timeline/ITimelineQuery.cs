namespace BorderWatch.Store.Timeline;

/// <summary>Reads the timeline. One round trip a call, and one before it where words are searched for; safe to share between circuits.</summary>
public interface ITimelineQuery
{
    /// <summary>A page of at most <paramref name="size"/> incidents that come after <paramref name="after"/>; null begins at the newest.</summary>
    Task<TimelinePage> PageAsync(TimelineFilter filter, TimelineCursor? after, int size, CancellationToken cancellation);

    /// <summary>How many incidents the filter lets through.</summary>
    Task<int> CountAsync(TimelineFilter filter, CancellationToken cancellation);

    /// <summary>When the newest incident of the store was first reported, UTC; null where there is none. What comes later is new.</summary>
    Task<DateTimeOffset?> NewestAsync(CancellationToken cancellation);

    /// <summary>What can be filtered by, with counts under the filter (each part counted without itself).</summary>
    Task<TimelineFacets> FacetsAsync(TimelineFilter filter, CancellationToken cancellation);

    /// <summary>The filter's incidents over time and by type; over the days it asks for, else from the first incident to the last.</summary>
    Task<Histogram> HistogramAsync(TimelineFilter filter, CancellationToken cancellation);
}

/// <summary>What a timeline can be filtered by.</summary>
/// <param name="EventTypes">ACLED event types.</param>
/// <param name="Countries">Countries by code.</param>
/// <param name="Actors">The most frequent actors of the newest five thousand incidents, at most fifty; counted with the filter's own, since every actor of a filter must have taken part.</param>
/// <param name="Names">The names of the actors, region, source and place that the filter asks for by id, as far as they exist.</param>
public sealed record TimelineFacets(
    IReadOnlyList<Facet<string>> EventTypes, IReadOnlyList<Facet<string>> Countries, IReadOnlyList<Facet<Guid>> Actors,
    IReadOnlyDictionary<Guid, string> Names);

/// <summary>A value to filter by.</summary>
/// <param name="Value">What goes into the filter.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Count">How many incidents it would leave.</param>
public sealed record Facet<T>(T Value, string Label, int Count);
