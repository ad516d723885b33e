using System.Security.Cryptography;
using System.Text;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Escalation;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

internal sealed class AlertQuery(IDbContextFactory<BorderWatchDbContext> contexts, IEscalationQuery escalation, TimeProvider clock) : IAlertQuery
{
    private const int MostNotices = 100;
    private const int MostOfOne = 50;
    private const int MostAttempts = 20;
    private const int Year = 365;

    public async Task<CommandResult<AlertOverview>> ListAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Read) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var weekAgo = clock.GetUtcNow().AddDays(-7);
        var rules = await Visible(db, by).OrderBy(rule => rule.Name).ThenBy(rule => rule.Id).Select(rule => new
        {
            Rule = rule,
            Notices = db.Set<AlertNotice>().Count(notice => notice.RuleId == rule.Id),
            LastAt = db.Set<AlertNotice>().Where(notice => notice.RuleId == rule.Id).Max(notice => (DateTimeOffset?)notice.At),
            Stuck = db.Set<AlertDelivery>().Count(d => d.RuleId == rule.Id && ((d.Status == DeliveryStatus.Pending && d.Attempts > 1) || (d.Status == DeliveryStatus.GivenUp && d.EndedAt > weekAgo))),
        }).ToListAsync(cancellation);
        var own = Ownership.By<AlertRule>(by).Compile();
        var visible = Visible(db, by).Select(rule => rule.Id);
        var notices = await NoticesAsync(db, db.Set<AlertNotice>().Where(notice => visible.Contains(notice.RuleId)), MostNotices, cancellation);
        return new(new([.. rules.Select(row => new AlertRow(Shown(row.Rule, own(row.Rule)), own(row.Rule), row.Notices, row.LastAt, own(row.Rule) ? row.Stuck : 0))], notices), null);
    }

    public async Task<CommandResult<AlertView>> FindAsync(Guid ruleId, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Read) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rule = await Visible(db, by).SingleOrDefaultAsync(r => r.Id == ruleId, cancellation);
        if (rule is null) return new(default, "There is no such rule. It may have been deleted, or its owner does not share it.");
        var isOwn = Ownership.By<AlertRule>(by).Compile()(rule);
        return new(await ViewAsync(db, Shown(rule, isOwn), isOwn, cancellation), null);
    }

    public async Task<CommandResult<AlertPast>> PastAsync(AlertDraft draft, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.KeepAlerts) is { } refusal) return new(default, refusal);
        draft = draft.Clean() with { MailTo = null, WebhookUrl = null };
        if ((draft with { Name = "x" }).Error() is { } error) return new(default, error);
        var to = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = to.AddDays(1 - Year);
        if (draft is { Kind: AlertKind.Escalation, Filter.RegionId: { } region })
        {
            var left = await escalation.PastAsync(region, draft.Filter.EventTypes, from, to.AddDays(-1), cancellation);
            return new(new(from, to, left.Count, [.. left.Reverse().Take(5).Select(notice => (notice.Day.AddDays(-6), notice.Day))]), null);
        }
        var spans = draft.Threshold.Spans(await DaysAsync(AlertFilter.WithoutDays(draft.Filter) with { From = from, To = to }, draft.Threshold.Killed is not null, cancellation));
        return new(new(from, to, spans.Count, [.. spans.Reverse().Take(5)]), null);
    }

    public async Task<AlertView?> FeedAsync(Guid ruleId, string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rule = await db.OfWhoMay().AsNoTracking().SingleOrDefaultAsync(r => r.Id == ruleId, cancellation);
        if (rule is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(rule.FeedKey), Encoding.UTF8.GetBytes(key))) return null;
        return await ViewAsync(db, Shown(rule, isOwn: false), isOwn: false, cancellation);
    }

    private static IQueryable<AlertRule> Visible(BorderWatchDbContext db, Caller by)
    {
        var own = db.Set<AlertRule>().Where(Ownership.By<AlertRule>(by)).Select(rule => rule.Id);
        return db.Set<AlertRule>().AsNoTracking().Where(rule => rule.IsShared || own.Contains(rule.Id));
    }

    // Whom another mails, and with what it is signed, is nobody else's affair.
    private static AlertRule Shown(AlertRule rule, bool isOwn)
    {
        if (!isOwn) (rule.Secret, rule.FeedKey, rule.MailTo, rule.WebhookUrl) = ("", "", null, null);
        return rule;
    }

    private static async Task<AlertView> ViewAsync(BorderWatchDbContext db, AlertRule rule, bool isOwn, CancellationToken cancellation)
    {
        var notices = await NoticesAsync(db, db.Set<AlertNotice>().Where(notice => notice.RuleId == rule.Id), MostOfOne, cancellation);
        var deliveries = isOwn ? await LogAsync(db, db.Set<AlertDelivery>().Where(d => d.RuleId == rule.Id), MostOfOne, MostAttempts, cancellation) : [];
        return new(rule, AlertFilter.Of(rule), isOwn, notices, deliveries);
    }

    /// <summary>The newest of some deliveries with their newest attempts.</summary>
    internal static async Task<List<DeliveryRow>> LogAsync(BorderWatchDbContext db, IQueryable<AlertDelivery> of, int most, int mostAttempts, CancellationToken cancellation)
    {
        var deliveries = await of.AsNoTracking().OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(most).ToListAsync(cancellation);
        var ids = deliveries.ConvertAll(delivery => delivery.Id);
        var attempts = (await db.Set<DeliveryAttempt>().AsNoTracking().Where(attempt => ids.Contains(attempt.DeliveryId)).OrderByDescending(attempt => attempt.At).ThenByDescending(attempt => attempt.Id).ToListAsync(cancellation)).ToLookup(attempt => attempt.DeliveryId);
        return deliveries.ConvertAll(delivery => new DeliveryRow(delivery, [.. attempts[delivery.Id].Take(mostAttempts)]));
    }

    private static async Task<List<NoticeRow>> NoticesAsync(BorderWatchDbContext db, IQueryable<AlertNotice> notices, int most, CancellationToken cancellation)
    {
        var rows = await notices.AsNoTracking().OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(most)
            .Join(db.Set<AlertRule>(), notice => notice.RuleId, rule => rule.Id, (notice, rule) => new { Notice = notice, rule.Name }).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(row => row.Notice.At).ThenByDescending(row => row.Notice.Id)
            .Select(row => new NoticeRow(row.Notice.Id, row.Notice.RuleId, row.Name, row.Notice.At, row.Notice.Headline, NoticeContent.Of(row.Notice)))];
    }

    private async Task<List<(DateOnly Date, int Incidents, long Killed)>> DaysAsync(TimelineFilter filter, bool countsKilled, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = !countsKilled && db.DaysOf(filter) is { } days
            ? await days.GroupBy(day => day.TimelineDate).Select(g => new { Date = g.Key, Incidents = g.Sum(day => day.Incidents), Killed = 0L }).Where(g => g.Incidents > 0).ToListAsync(cancellation)
            : await db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation)).GroupBy(i => i.TimelineDate)
                .Select(g => new { Date = g.Key, Incidents = g.Count(), Killed = g.Sum(i => (long)(i.Killed.Low ?? 0)) }).ToListAsync(cancellation);
        return [.. counts.OrderBy(day => day.Date).Select(day => (day.Date, day.Incidents, day.Killed))];
    }
}
