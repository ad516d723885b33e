using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefMaking(IDbContextFactory<BorderWatchDbContext> contexts, BriefFigures figures, TimeProvider clock) : IBriefMaking
{
    /// <summary>Who stands as the maker.</summary>
    public const string Maker = "schedule";

    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var schedules = await db.Set<BriefSchedule>().AsNoTracking().Where(schedule => !schedule.IsPaused).OrderBy(schedule => schedule.Id).ToListAsync(cancellation);
        return [.. schedules.Where(schedule => BriefClock.Due(schedule, now) is not null).Select(schedule => schedule.Id)];
    }

    public async Task<Guid?> MakeAsync(Guid scheduleId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The row is the claim: a process that dies lets it go with its connection, and nothing of what it did is there.
        var schedule = await db.Set<BriefSchedule>().FromSql($"SELECT * FROM brief_schedules WHERE id = {scheduleId} FOR UPDATE SKIP LOCKED").SingleOrDefaultAsync(cancellation);
        var now = clock.GetUtcNow();
        if (schedule is null || schedule.IsPaused || BriefClock.Due(schedule, now) is not { } due) return null;
        Guid? made = null;
        // Times that were changed can name a period again.
        if (!await db.Set<Brief>().AnyAsync(brief => brief.ScheduleId == scheduleId && brief.From == due.From && brief.To == due.To, cancellation))
        {
            if (await figures.CountAsync(schedule.RegionId, due.From, due.To, cancellation) is not { } content) return null;
            var brief = new Brief
            {
                RegionId = schedule.RegionId,
                From = due.From,
                To = due.To,
                CreatedAt = now,
                CreatedBy = Maker,
                ScheduleId = scheduleId,
                DueAt = due.At,
                Skipped = due.Skipped,
                SkippedFrom = due.SkippedFrom,
            };
            BriefWriting.Begin(db, brief, content, "made on schedule");
            BriefMailQueue.QueueNotice(db, brief, schedule, now);
            made = brief.Id;
        }
        schedule.MadeUntil = due.At;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return made;
    }
}
