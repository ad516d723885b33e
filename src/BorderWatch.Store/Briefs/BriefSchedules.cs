using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefSchedules(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IBriefSchedules
{
    private const string NoSchedule = "There is no such schedule any more.";

    // Each is looked at every few seconds, and makes a brief that somebody has to read.
    private const int Most = 200;

    public async Task<CommandResult<IReadOnlyList<BriefScheduleRow>>> ListAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(null, refusal);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Set<BriefSchedule>().AsNoTracking().Join(db.Regions, schedule => schedule.RegionId, region => region.Id, (schedule, region) => new
        {
            Schedule = schedule,
            region.Name,
            Last = db.Set<Brief>().Where(brief => brief.ScheduleId == schedule.Id).OrderByDescending(brief => brief.CreatedAt).Select(brief => new { brief.Id, brief.CreatedAt }).FirstOrDefault(),
        }).OrderBy(row => row.Name).ThenBy(row => row.Schedule.Id).ToListAsync(cancellation);
        return new(rows.ConvertAll(row => new BriefScheduleRow(row.Schedule, row.Name, row.Schedule.NextAt(now), row.Last?.Id, row.Last?.CreatedAt)), null);
    }

    public async Task<CommandResult<Guid>> SaveAsync(Guid? scheduleId, BriefScheduleDraft draft, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        draft = draft.Clean();
        if (draft.Error() is { } error) return new(default, error);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.Regions.AnyAsync(region => region.Id == draft.RegionId, cancellation)) return new(default, "There is no such region any more; choose another.");
        if (scheduleId is null && await db.Set<BriefSchedule>().CountAsync(cancellation) >= Most) return new(default, $"There are {Most} schedules; remove one first.");
        var now = clock.GetUtcNow();
        var schedule = scheduleId is { } id ? await LockAsync(db, id, cancellation) : new BriefSchedule { CreatedAt = now, CreatedBy = by.Name, MadeUntil = now };
        if (schedule is null) return new(default, NoSchedule);
        if (scheduleId is null) db.Add(schedule);
        var before = scheduleId is null ? null : InWords(schedule);
        Write(schedule, draft, now);
        Record(db, schedule.Id, by, scheduleId is null ? "added" : "changed", before, InWords(schedule));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(schedule.Id, null);
    }

    public Task<CommandResult<bool>> SetPausedAsync(Guid scheduleId, bool isPaused, Caller by, CancellationToken cancellation) => ChangeAsync(scheduleId, by, (_, schedule, now) =>
    {
        if (schedule.IsPaused && !isPaused) schedule.MadeUntil = now;
        schedule.IsPaused = isPaused;
        return isPaused ? "paused" : "resumed";
    }, cancellation);

    public Task<CommandResult<bool>> RemoveAsync(Guid scheduleId, Caller by, CancellationToken cancellation) => ChangeAsync(scheduleId, by, (db, schedule, _) =>
    {
        db.Remove(schedule);
        return "removed";
    }, cancellation);

    private async Task<CommandResult<bool>> ChangeAsync(Guid scheduleId, Caller by, Func<BorderWatchDbContext, BriefSchedule, DateTimeOffset, string> change, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(db, scheduleId, cancellation) is not { } schedule) return new(default, NoSchedule);
        var words = InWords(schedule);
        var action = change(db, schedule, clock.GetUtcNow());
        Record(db, scheduleId, by, action, words, action == "removed" ? null : words);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(true, null);
    }

    // Waits for a brief that is being made of it.
    private static Task<BriefSchedule?> LockAsync(BorderWatchDbContext db, Guid id, CancellationToken cancellation) =>
        db.Set<BriefSchedule>().FromSql($"SELECT * FROM brief_schedules WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellation);

    private static void Write(BriefSchedule schedule, BriefScheduleDraft draft, DateTimeOffset now)
    {
        var times = (schedule.RegionId, schedule.Rhythm, schedule.Weekday, schedule.DayOfMonth, schedule.At, schedule.TimeZone);
        (schedule.RegionId, schedule.Rhythm, schedule.Weekday, schedule.DayOfMonth, schedule.At, schedule.TimeZone) = (draft.RegionId, draft.Rhythm, draft.Weekday, draft.DayOfMonth, draft.At, draft.TimeZone);
        (schedule.NoticeTo, schedule.MailTo, schedule.AttachesWord) = (draft.NoticeTo, draft.MailTo, draft.AttachesWord);
        if (times != (schedule.RegionId, schedule.Rhythm, schedule.Weekday, schedule.DayOfMonth, schedule.At, schedule.TimeZone) && schedule.MadeUntil < now) schedule.MadeUntil = now;
    }

    private static string InWords(BriefSchedule schedule) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{schedule.Rhythm}{(schedule.Rhythm == BriefRhythm.Weekly ? $" on {schedule.Weekday}" : schedule.Rhythm == BriefRhythm.Monthly ? $" on {schedule.DayOfMonth}" : "")} at {schedule.At:HH:mm} {schedule.TimeZone}, region {schedule.RegionId}, notice to {schedule.NoticeTo ?? "nobody"}, brief to {schedule.MailTo ?? "nobody"}{(schedule.AttachesWord ? " with the Word document" : "")}");

    private void Record(BorderWatchDbContext db, Guid schedule, Caller by, string action, string? from, string? to) =>
        BriefWriting.Record(db, schedule, clock.GetUtcNow(), by.Name, action, new { schedule = new { from, to } }, "brief schedule");
}
