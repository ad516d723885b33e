using BorderWatch.Store.Briefs;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

/// <summary>What deliveries rest on, read once for all that were taken together: whether each is still wanted, and what it says.</summary>
internal sealed class OutboxReading
{
    private Dictionary<Guid, AlertRule> _rules = [];
    private HashSet<Guid> _standing = [];
    private List<AlertNotice> _notices = [];
    private HashSet<Guid> _approved = [];
    private HashSet<string> _shutOut = [];

    /// <summary>Reads it.</summary>
    public static async Task<OutboxReading> OfAsync(BorderWatchDbContext db, IReadOnlyList<AlertDelivery> taken, CancellationToken cancellation)
    {
        var reading = new OutboxReading();
        var (rules, briefs) = (taken.Select(delivery => delivery.RuleId).OfType<Guid>().Distinct().ToList(), taken.Where(delivery => delivery.BriefId is not null).ToList());
        if (rules.Count > 0) await reading.ReadRulesAsync(db, rules, [.. taken.SelectMany(delivery => delivery.NoticeIds)], cancellation);
        if (briefs.Count > 0) await reading.ReadBriefsAsync(db, [.. briefs.Select(delivery => delivery.BriefId!.Value)], [.. briefs.Select(delivery => delivery.Target.ToUpperInvariant())], cancellation);
        return reading;
    }

    /// <summary>Why it is not sent; null where it is.</summary>
    public string? Unwanted(AlertDelivery delivery) => delivery.BriefId is { } brief ? UnwantedBrief(delivery, brief) : UnwantedNotice(delivery, _rules[delivery.RuleId!.Value]);

    /// <summary>The delivery as it is handed to a process.</summary>
    public LeasedDelivery Leased(AlertDelivery delivery, Guid lease, DateTimeOffset now)
    {
        var first = delivery.FirstTriedAt ?? now;
        return delivery.BriefId is { } brief
            ? new LeasedBrief(delivery.Id, lease, delivery.Target, delivery.Attempts, delivery.CreatedAt, first, brief, delivery.BriefVersion!.Value, delivery.Key == BriefMailQueue.Notice, delivery.AttachesWord)
            : new LeasedNotices(delivery.Id, lease, delivery.Target, delivery.Attempts, delivery.CreatedAt, first, delivery.Channel, _rules[delivery.RuleId!.Value],
                [.. _notices.Where(notice => delivery.NoticeIds.Contains(notice.Id)).OrderBy(notice => notice.At).ThenBy(notice => notice.Id)]);
    }

    private async Task ReadRulesAsync(BorderWatchDbContext db, List<Guid> rules, List<Guid> notices, CancellationToken cancellation)
    {
        _rules = await db.Set<AlertRule>().AsNoTracking().Where(rule => rules.Contains(rule.Id)).ToDictionaryAsync(rule => rule.Id, cancellation);
        _standing = (await db.OfWhoMay().Where(rule => rules.Contains(rule.Id)).Select(rule => rule.Id).ToListAsync(cancellation)).ToHashSet();
        _notices = await db.Set<AlertNotice>().AsNoTracking().Where(notice => notices.Contains(notice.Id)).ToListAsync(cancellation);
    }

    private async Task ReadBriefsAsync(BorderWatchDbContext db, List<Guid> briefs, List<string> addresses, CancellationToken cancellation)
    {
        _approved = (await db.Set<Brief>().Where(brief => briefs.Contains(brief.Id) && brief.Status == BriefStatus.Approved).Select(brief => brief.Id).ToListAsync(cancellation)).ToHashSet();
        // Of two accounts with an address the one that stands counts.
        var of = await db.Accounts.Where(account => addresses.Contains(account.NormalizedEmail ?? account.Email!.ToUpper()))
            .Select(account => new { Address = account.NormalizedEmail ?? account.Email!.ToUpper(), Stands = account.LockedAt == null && account.RemovedAt == null }).ToListAsync(cancellation);
        _shutOut = of.GroupBy(account => account.Address).Where(its => !its.Any(account => account.Stands)).Select(its => its.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private string? UnwantedBrief(AlertDelivery delivery, Guid brief) =>
        _shutOut.Contains(delivery.Target) ? $"Not sent: the account of {delivery.Target} is locked or removed."
        : delivery.Key == BriefMailQueue.Notice && _approved.Contains(brief) ? "Not sent: the draft has been approved already."
        : null;

    private string? UnwantedNotice(AlertDelivery delivery, AlertRule rule) =>
        !_standing.Contains(rule.Id) ? $"Not sent: {rule.OwnerName} may no longer keep rules."
        : !AlertQueue.Ways(rule).Contains((delivery.Channel, delivery.Target)) ? "Not sent: the rule no longer has this way."
        : !rule.IsEnabled && !delivery.Key.StartsWith(AlertQueue.Test, StringComparison.Ordinal) ? "Not sent: the rule was switched off."
        : null;
}
