namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Does the work that <see cref="Store.Backfills.IBackfillCommands"/> asked for; the schedule does it by itself.</summary>
public interface IBackfillWork
{
    /// <summary>Works on a backfill by site maps until it is done, paused or ended; does nothing where it is not running, or another process has it in hand.</summary>
    Task RunAsync(Guid id, CancellationToken cancellation);
}
