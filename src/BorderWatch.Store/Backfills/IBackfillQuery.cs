namespace BorderWatch.Store.Backfills;

/// <summary>What has been taken, and is being taken, from the past.</summary>
public interface IBackfillQuery
{
    /// <summary>A source's backfills, the newest first; ten at most.</summary>
    Task<IReadOnlyList<BackfillProgress>> ListAsync(Guid sourceId, CancellationToken cancellation);

    /// <summary>One backfill; null where there is none.</summary>
    Task<BackfillProgress?> FindAsync(Guid id, CancellationToken cancellation);
}

/// <summary>How far a backfill has come.</summary>
/// <param name="Backfill">The backfill.</param>
/// <param name="Counts">Its items by what came of them; an outcome that none has is left out.</param>
/// <param name="Failures">Why items failed, the most frequent reasons first, with how many; five at most.</param>
public sealed record BackfillProgress(Backfill Backfill, IReadOnlyDictionary<BackfillOutcome, int> Counts, IReadOnlyList<(string Reason, int Count)> Failures)
{
    /// <summary>How many items are known.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>How many of them are dealt with.</summary>
    public int Done => Total - Counts.GetValueOrDefault(BackfillOutcome.Waiting);
}
