namespace BorderWatch.Store.Briefs;

/// <summary>Makes the briefs that schedules ask for. Any number of processes may; of a period one brief is made.</summary>
public interface IBriefMaking
{
    /// <summary>The schedules of which a brief is due.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation);

    /// <summary>
    /// Makes the brief of the newest period that is due, and queues what tells of it, in one transaction that holds the schedule's row. What fell due before is
    /// not made; the brief says so.
    /// </summary>
    /// <returns>The brief; null where nothing is due any more, or another process is at it.</returns>
    Task<Guid?> MakeAsync(Guid scheduleId, CancellationToken cancellation);
}
