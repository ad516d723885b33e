using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Desk;

/// <summary>Tries again to have the text of articles that could not be read, or not in full. Needs <see cref="Permission.ManageSources"/>.</summary>
public interface IArticleRetry
{
    /// <summary>Tries these again, one after another; those of which nothing is missing are left alone.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="by">Who.</param>
    /// <param name="progress">Told of each; null where nobody watches.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    Task<RetryResult> RetryAsync(IReadOnlyCollection<Guid> articles, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);

    /// <summary>Tries all of a source's again, the newest arrival first.</summary>
    Task<RetryResult> RetrySourceAsync(Guid sourceId, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>What trying again brought.</summary>
/// <param name="Tried">How many were tried.</param>
/// <param name="Read">How many could be read this time.</param>
/// <param name="NewIncidents">Incidents founded.</param>
/// <param name="NewReports">Reports that joined an incident that was here.</param>
/// <param name="Failure">Why the last one that failed did, in words; null where none did.</param>
/// <param name="Error">Why nothing was tried; null where it was.</param>
public sealed record RetryResult(int Tried, int Read, int NewIncidents, int NewReports, string? Failure, string? Error);
