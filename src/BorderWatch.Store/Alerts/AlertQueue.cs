using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

/// <summary>Writes into the outbox, in the transaction of the notice.</summary>
internal static class AlertQueue
{
    /// <summary>How the keys of tests begin.</summary>
    public const string Test = "test:";

    /// <summary>The ways by which a rule sends: a mail to each address by itself, so that one that is refused holds no other up.</summary>
    public static IReadOnlyList<(AlertChannel Channel, string Target)> Ways(AlertRule rule) =>
        [.. MailAddresses.Of(rule.MailTo).Select(address => (AlertChannel.Mail, address)), .. rule.WebhookUrl is null ? [] : new[] { (AlertChannel.Webhook, "") }];

    /// <summary>Queues a notice by every way of its rule. Needs the rule's lock: one process at a time.</summary>
    public static async Task QueueAsync(this BorderWatchDbContext db, AlertRule rule, AlertNotice notice, CancellationToken cancellation)
    {
        var due = AlertClock.LeavesAt(rule, notice.At);
        foreach (var way in Ways(rule))
        {
            var key = rule.Timing == AlertTiming.Digest ? string.Create(CultureInfo.InvariantCulture, $"digest:{due:yyyy-MM-ddTHH:mm}") : $"notice:{notice.Id}";
            if (rule.Timing == AlertTiming.Digest && await JoinAsync(db, rule, way, key, notice, cancellation) is { } joined)
            {
                if (joined) continue;
                // The day's digest is on its way and is what it is: this one goes by itself.
                key += $":{notice.Id}";
            }
            db.Add(new AlertDelivery { RuleId = rule.Id, Channel = way.Channel, Target = way.Target, Key = key, NoticeIds = [notice.Id], CreatedAt = notice.At, DueAt = due });
        }
    }

    // Null where there is no digest of that key; false where there is one that was tried already. Its row is locked to the end of the transaction.
    private static async Task<bool?> JoinAsync(BorderWatchDbContext db, AlertRule rule, (AlertChannel Channel, string Target) way, string key, AlertNotice notice, CancellationToken cancellation)
    {
        var digest = db.Set<AlertDelivery>().Local.SingleOrDefault(delivery => (delivery.Channel, delivery.Target, delivery.Key) == (way.Channel, way.Target, key));
        if (digest is not null)
        {
            digest.NoticeIds.Add(notice.Id);
            return true;
        }
        var (channel, target) = way;
        var word = channel.ToString();
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE alert_deliveries SET notice_ids = notice_ids || {notice.Id}
            WHERE rule_id = {rule.Id} AND channel = {word} AND target = {target} AND key = {key} AND status = 'Pending' AND attempts = 0
            """, cancellation);
        if (added > 0) return true;
        return await db.Set<AlertDelivery>().AnyAsync(delivery => delivery.RuleId == rule.Id && delivery.Channel == channel && delivery.Target == target && delivery.Key == key, cancellation) ? false : null;
    }
}
