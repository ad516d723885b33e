using BorderWatch.Store.Exports;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Exports;

/// <summary>What goes into a file: the incidents of a filter, and where they can be read on.</summary>
/// <param name="query">Reads them.</param>
/// <param name="filter">Which ones.</param>
/// <param name="site">The application's address as the reader wrote it, without a slash at the end.</param>
/// <param name="self">The address of the file itself, whole.</param>
internal sealed class ExportSource(IExportQuery query, TimelineFilter filter, string site, string self)
{
    /// <summary>The file's own address.</summary>
    public string Self => self;

    /// <summary>The application's address.</summary>
    public string Site => site;

    /// <summary>The incidents, newest first.</summary>
    public IAsyncEnumerable<ExportRow> Rows(CancellationToken cancellation, int? most = null) => query.RowsAsync(filter, null, most, cancellation);

    /// <summary>What their reports say.</summary>
    public IAsyncEnumerable<ExportClaim> Claims(CancellationToken cancellation) => query.ClaimsAsync(filter, cancellation);

    /// <summary>Where an incident stands, for as long as it stands.</summary>
    public string Permalink(Guid incident) => $"{site}/incidents/{incident}";
}
