using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Polls one source's feed now: fetch, read, extract, match, store.</summary>
public interface IFeedPoller
{
    /// <summary>
    /// Polls the source. A failure is a result with a sentence, written to the source as well; each article is stored in a
    /// transaction of its own, so what went well before a failure stays. Needs <see cref="Permission.ManageSources"/>.
    /// </summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="progress">Told of every item; null where nobody watches.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    Task<PollResult> PollAsync(Guid sourceId, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>How far a poll has come.</summary>
/// <param name="Done">Items dealt with.</param>
/// <param name="Total">Items in the feed; null while it is being fetched.</param>
/// <param name="Current">What is being done, in words.</param>
public sealed record PollProgress(int Done, int? Total, string Current);

/// <summary>What a poll brought.</summary>
/// <param name="Items">Items in the feed.</param>
/// <param name="NewArticles">Articles that were not here before, or came in a new revision.</param>
/// <param name="NewIncidents">Incidents founded.</param>
/// <param name="NewReports">Reports that joined an incident that was here.</param>
/// <param name="Unreadable">Items that could not be read.</param>
/// <param name="Error">What went wrong, in words that say what to do; null where all went well.</param>
public sealed record PollResult(int Items, int NewArticles, int NewIncidents, int NewReports, int Unreadable, string? Error);
