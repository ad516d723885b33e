using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Generation;

/// <summary>Fills a store with invented incidents, to see how BorderWatch bears them. All of them are marked as demo.</summary>
public interface IIncidentGenerator
{
    /// <summary>Adds incidents with their articles, reports and claims, in batches that each are whole: what was added before a cancellation stays.</summary>
    /// <param name="request">How many, and of which kind.</param>
    /// <param name="by">Needs <see cref="Permission.ManageSources"/>.</param>
    /// <param name="progress">Told after each batch; null tells nobody.</param>
    /// <param name="cancellation">Stops after the batch in work is undone.</param>
    /// <returns>How many incidents were added; refused where the store holds articles of outlets that are real.</returns>
    Task<CommandResult<int>> GenerateAsync(GenerationRequest request, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>What is to be generated.</summary>
/// <param name="Incidents">How many incidents, from 1 to 10,000,000.</param>
/// <param name="Years">Over how many years until today, from 1 to 50.</param>
/// <param name="Seed">The same seed tells the same stories, ids and moments of arrival aside.</param>
public sealed record GenerationRequest(int Incidents, int Years = 10, int Seed = 1);
