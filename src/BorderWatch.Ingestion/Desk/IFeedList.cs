using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Desk;

/// <summary>Takes the sources of other programs over, and gives ours away, as OPML.</summary>
public interface IFeedList
{
    /// <summary>Every source that has a feed's address, by name; invented ones and files left out. Needs <see cref="Permission.Export"/>.</summary>
    Task<CommandResult<string>> ExportAsync(Caller by, CancellationToken cancellation);

    /// <summary>Adds the feeds of a list that are not here yet. Each is added for itself: one that is refused does not cost the others theirs. Needs <see cref="Permission.ManageSources"/>.</summary>
    /// <param name="opml">The list.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops between two feeds.</param>
    Task<FeedListImport> ImportAsync(string opml, Caller by, CancellationToken cancellation);
}

/// <summary>What came of a list.</summary>
/// <param name="Added">How many sources are new.</param>
/// <param name="Known">How many were here already.</param>
/// <param name="Refused">For each that was not taken its name or address and the reason.</param>
/// <param name="Error">Why nothing could be read; null where it could.</param>
public sealed record FeedListImport(int Added, int Known, IReadOnlyList<string> Refused, string? Error);
