using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Timeline;

/// <summary>A day of the timeline and its incidents.</summary>
/// <param name="Date">The timeline date that they share.</param>
/// <param name="Rows">Newest first.</param>
public sealed record TimelineDay(DateOnly Date, IReadOnlyList<TimelineRow> Rows);

/// <summary>What a first look under a filter shows; kept between the prerendered page and its circuit.</summary>
/// <param name="Query">The address's form of the filter.</param>
/// <param name="Page">The newest incidents.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Facets">What can be filtered by.</param>
/// <param name="Histogram">The incidents over time.</param>
/// <param name="Newest">When the newest incident was first reported; null where there was none.</param>
public sealed record TimelineLook(string Query, TimelinePage Page, int Count, TimelineFacets Facets, Histogram Histogram, DateTimeOffset? Newest);

/// <summary>How far down somebody has read the timeline under one filter.</summary>
public sealed class TimelineReading
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 60;

    private readonly List<TimelineDay> _days = [];
    private readonly TimelineFilter _filter;
    private TimelineCursor? _next;

    private TimelineReading(TimelineLook look, TimelineFilter filter)
    {
        (Look, _filter) = (look, filter);
        Append(look.Page);
    }

    /// <summary>What it began with.</summary>
    public TimelineLook Look { get; }

    /// <summary>The days read so far, newest first. The last may still grow.</summary>
    public IReadOnlyList<TimelineDay> Days => _days;

    /// <summary>How many incidents have been read.</summary>
    public int Read { get; private set; }

    /// <summary>False where the oldest has been read.</summary>
    public bool HasOlder => _next is not null;

    /// <summary>Looks anew.</summary>
    public static async Task<TimelineReading> BeginAsync(ITimelineQuery query, TimelineAddress address, CancellationToken cancellation)
    {
        // First: what is saved between this and the page is shown twice rather than never told of.
        var newest = await query.NewestAsync(cancellation);
        var page = query.PageAsync(address.Filter, null, PageSize, cancellation);
        var count = query.CountAsync(address.Filter, cancellation);
        var facets = query.FacetsAsync(address.Filter, cancellation);
        var histogram = query.HistogramAsync(address.Filter, cancellation);
        await Task.WhenAll(page, count, facets, histogram);
        return new(new TimelineLook(address.On("/"), await page, await count, await facets, await histogram, newest), address.Filter);
    }

    /// <summary>Goes on from a look that was taken while prerendering.</summary>
    public static TimelineReading From(TimelineLook look, TimelineAddress address) => new(look, address.Filter);

    /// <summary>Reads the next older page; nothing at the end.</summary>
    public async Task OlderAsync(ITimelineQuery query, CancellationToken cancellation)
    {
        if (_next is { } next) Append(await query.PageAsync(_filter, next, PageSize, cancellation));
    }

    /// <summary>How many incidents of the filter were first reported since the look.</summary>
    public Task<int> ArrivedAsync(ITimelineQuery query, CancellationToken cancellation) =>
        query.CountAsync(_filter with { ReportedAfter = Look.Newest ?? DateTimeOffset.UnixEpoch }, cancellation);

    /// <summary>True where incidents have come or gone since the look.</summary>
    public async Task<bool> HasChangedAsync(ITimelineQuery query, CancellationToken cancellation) =>
        await query.CountAsync(_filter, cancellation) != Look.Count;

    private void Append(TimelinePage page)
    {
        foreach (var day in page.Rows.GroupBy(row => row.TimelineDate))
        {
            if (_days is [.., var last] && last.Date == day.Key) _days[^1] = last with { Rows = [.. last.Rows, .. day] };
            else _days.Add(new(day.Key, [.. day]));
        }
        Read += page.Rows.Count;
        _next = page.Next;
    }
}
