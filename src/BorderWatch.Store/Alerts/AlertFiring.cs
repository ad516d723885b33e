using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Escalation;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

internal sealed class AlertFiring(IDbContextFactory<BorderWatchDbContext> contexts, IEscalationQuery escalation, TimeProvider clock) : IAlertFiring
{
    // What is reported later than this after its day is history, and no alert.
    private const int LateDays = 30;

    public async Task<IReadOnlyList<Guid>> StandingAsync(AlertKind kind, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.OfWhoMay().Where(rule => rule.Kind == kind && rule.IsEnabled).OrderBy(rule => rule.Id).Select(rule => rule.Id).ToListAsync(cancellation);
    }

    public async Task<int> FireAsync(Guid ruleId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held to the end of the transaction: another process looks after this one has written what it told.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('alert'), hashtext({ruleId.ToString()}))", cancellation);
        var rule = await db.OfWhoMay().AsNoTracking().SingleOrDefaultAsync(r => r.Id == ruleId && r.IsEnabled, cancellation);
        if (rule is null) return 0;
        var fired = rule.Kind == AlertKind.Escalation ? await EscalationsAsync(db, rule, cancellation) : await ReachedAsync(db, rule, cancellation);
        if (fired == 0) return 0;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return fired;
    }

    private async Task<int> ReachedAsync(BorderWatchDbContext db, AlertRule rule, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var earliest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-LateDays - rule.Days);
        var filter = AlertFilter.Of(rule) with { From = earliest };
        var told = db.Set<AlertedIncident>().Where(t => t.RuleId == rule.Id);
        // One that was told of and merged since is told of under its new name.
        var incidents = db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation))
            .Where(i => !told.Any(t => t.IncidentId == i.Id || db.Incidents.Any(m => m.Id == t.IncidentId && m.MergedIntoId == i.Id)));
        // Most looks find nothing new, and read no further.
        if (!await incidents.AnyAsync(i => i.FirstReportedAt > rule.WatchedFrom, cancellation)) return 0;
        var untold = await incidents
            .OrderBy(i => i.TimelineDate).ThenBy(i => i.Id)
            .Select(i => new Untold(i.Id, i.TimelineDate, i.Killed.Low ?? 0, i.FirstReportedAt)).ToListAsync(cancellation);
        var days = untold.GroupBy(i => i.Date).Select(day => (day.Key, day.Count(), day.Sum(i => (long)i.Killed))).ToList();
        var spans = AlertThreshold.Of(rule).Spans(days, (from, to) => untold.Exists(i => i.Date >= from && i.Date <= to && i.ReportedAt > rule.WatchedFrom));
        foreach (var (from, to) in spans)
        {
            var its = untold.Where(i => i.Date >= from && i.Date <= to).ToList();
            var killed = its.Sum(i => (long)i.Killed);
            var headline = string.Create(CultureInfo.InvariantCulture, $"{Counted(its.Count)}, {Days(from, to)}{(killed > 0 ? $", at least {killed:N0} killed" : "")}");
            var gravest = its.OrderByDescending(i => i.Killed).ThenByDescending(i => i.Date).ThenByDescending(i => i.Id).Take(NoticeContent.Most).Select(i => i.Id).ToList();
            var content = new NoticeContent(its.Count, await TellAsync(db, gravest, cancellation), from, to);
            var notice = new AlertNotice { RuleId = rule.Id, Key = $"incidents:{its.Min(i => i.Id)}", At = now, Headline = headline, Content = content.ToJson() };
            db.Add(notice);
            db.AddRange(its.Select(i => new AlertedIncident { RuleId = rule.Id, IncidentId = i.Id, NoticeId = notice.Id }));
            await db.QueueAsync(rule, notice, cancellation);
        }
        return spans.Count;
    }

    private async Task<int> EscalationsAsync(BorderWatchDbContext db, AlertRule rule, CancellationToken cancellation)
    {
        var (now, filter) = (clock.GetUtcNow(), AlertFilter.Of(rule));
        var last = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        if (filter.RegionId is not { } region || await escalation.ReadAsync(region, last, cancellation) is not { } reading) return 0;
        var fired = 0;
        foreach (var week in reading.Types.Where(type => filter.EventTypes.Count == 0 || filter.EventTypes.Contains(type.EventType)))
        {
            var verdict = reading.VerdictOf(week);
            if (verdict == RangeVerdict.Within || week.Expected is not { } expected) continue;
            var of = $"{verdict}:{week.EventType}:";
            var since = now.AddDays(-EscalationQuery.QuietDays);
            if (await db.Set<AlertNotice>().AnyAsync(notice => notice.RuleId == rule.Id && notice.Key.StartsWith(of) && notice.At > since, cancellation)) continue;
            var ids = await db.IncidentsOf(new TimelineFilter { RegionId = region, EventTypes = [week.EventType], From = reading.From, To = reading.To })
                .OrderByDescending(i => i.Killed.Low ?? 0).ThenByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id).Take(NoticeContent.Most).Select(i => i.Id).ToListAsync(cancellation);
            var headline = string.Create(CultureInfo.InvariantCulture, $"{week.EventType} in {reading.Region.Name}: {Counted(week.Count)}, {Days(reading.From, reading.To)}; {expected.Low} to {expected.High} expected");
            var content = new NoticeContent(week.Count, await TellAsync(db, ids, cancellation), reading.From, reading.To,
                new LeftRange(region, reading.Region.Name, week.EventType, week.Count, expected.Low, expected.High, expected.Mean));
            var notice = new AlertNotice { RuleId = rule.Id, Key = string.Create(CultureInfo.InvariantCulture, $"{of}{last:yyyy-MM-dd}"), At = now, Headline = headline, Content = content.ToJson() };
            db.Add(notice);
            await db.QueueAsync(rule, notice, cancellation);
            fired++;
        }
        return fired;
    }

    private static async Task<IReadOnlyList<BriefIncident>> TellAsync(BorderWatchDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var told = await BriefFigures.IncidentsAsync(db, ids, cancellation);
        return [.. ids.Where(told.ContainsKey).Select(id => told[id])];
    }

    private static string Counted(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} incident{(count == 1 ? "" : "s")}");

    private static string Days(DateOnly from, DateOnly to) => from == to
        ? string.Create(CultureInfo.InvariantCulture, $"{to:d MMM yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"{from:d MMM} to {to:d MMM yyyy}");

    private sealed record Untold(Guid Id, DateOnly Date, int Killed, DateTimeOffset ReportedAt);
}
