using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Exports;

/// <summary>Reads everything that a filter lets through, page by page, so that a file of any length needs little memory.</summary>
public interface IExportQuery
{
    /// <summary>The incidents of a filter, newest first.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="after">Those that come after this one; null begins at the newest.</param>
    /// <param name="most">At most so many; null for all.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    IAsyncEnumerable<ExportRow> RowsAsync(TimelineFilter filter, TimelineCursor? after, int? most, CancellationToken cancellation);

    /// <summary>What the standing reports of a filter's incidents say, incident by incident in the order of <see cref="RowsAsync"/>.</summary>
    IAsyncEnumerable<ExportClaim> ClaimsAsync(TimelineFilter filter, CancellationToken cancellation);
}
