using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Map;

/// <summary>The incidents beside the map, newest first, read page by page.</summary>
public sealed class SpotRows
{
    private const int PageSize = 50;

    private readonly List<TimelineRow> _rows = [];
    private readonly TimelineFilter _filter;
    private TimelineCursor? _next;

    private SpotRows(TimelineFilter filter) => _filter = filter;

    /// <summary>What has been read.</summary>
    public IReadOnlyList<TimelineRow> Rows => _rows;

    /// <summary>False where the oldest has been read.</summary>
    public bool HasOlder => _next is not null;

    /// <summary>Reads the newest.</summary>
    public static async Task<SpotRows> BeginAsync(ITimelineQuery query, TimelineFilter filter, CancellationToken cancellation)
    {
        var rows = new SpotRows(filter);
        await rows.OlderAsync(query, cancellation);
        return rows;
    }

    /// <summary>Reads on.</summary>
    public async Task OlderAsync(ITimelineQuery query, CancellationToken cancellation)
    {
        var page = await query.PageAsync(_filter, _next, PageSize, cancellation);
        _rows.AddRange(page.Rows);
        _next = page.Next;
    }
}
