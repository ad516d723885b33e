using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Briefs;

/// <summary>Keeps the schedules. Each call needs <see cref="Permission.ManageRegions"/>; each change is one transaction with its revision.</summary>
public interface IBriefSchedules
{
    /// <summary>All schedules, by region's name.</summary>
    Task<CommandResult<IReadOnlyList<BriefScheduleRow>>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>Adds a schedule, or changes one. Where its times change, what fell due before is not made.</summary>
    /// <param name="scheduleId">The schedule; null for a new one.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The schedule's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> SaveAsync(Guid? scheduleId, BriefScheduleDraft draft, Caller by, CancellationToken cancellation);

    /// <summary>Pauses a schedule or lets it go on. What falls due in the pause is not made.</summary>
    Task<CommandResult<bool>> SetPausedAsync(Guid scheduleId, bool isPaused, Caller by, CancellationToken cancellation);

    /// <summary>Removes a schedule; the briefs that it made stay.</summary>
    Task<CommandResult<bool>> RemoveAsync(Guid scheduleId, Caller by, CancellationToken cancellation);
}

/// <summary>A schedule in the list.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="RegionName">Its region's name now.</param>
/// <param name="NextAt">When the next brief falls due, UTC; null while it is paused.</param>
/// <param name="LastBriefId">The newest brief that it made; null where there is none.</param>
/// <param name="LastMadeAt">When that was made, UTC.</param>
public sealed record BriefScheduleRow(BriefSchedule Schedule, string RegionName, DateTimeOffset? NextAt, Guid? LastBriefId, DateTimeOffset? LastMadeAt);
