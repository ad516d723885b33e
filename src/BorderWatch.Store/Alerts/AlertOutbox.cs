using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

/// <inheritdoc cref="IAlertOutbox"/>
internal sealed class AlertOutbox(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IAlertOutbox
{
    public async Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var (now, leaseId) = (clock.GetUtcNow(), Guid.NewGuid());
        var until = now + lease;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE alert_deliveries SET lease_id = {leaseId}, leased_until = {until}, attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, {now})
            WHERE id IN (
                SELECT id FROM alert_deliveries WHERE status = 'Pending' AND due_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
                ORDER BY due_at, id LIMIT {most} FOR UPDATE SKIP LOCKED)
            """, cancellation);
        var taken = await db.Set<AlertDelivery>().Where(delivery => delivery.Status == DeliveryStatus.Pending && delivery.LeaseId == leaseId).OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id).ToListAsync(cancellation);
        var (ruleIds, noticeIds) = (taken.Select(delivery => delivery.RuleId).Distinct().ToList(), taken.SelectMany(delivery => delivery.NoticeIds).ToList());
        var rules = await db.Set<AlertRule>().AsNoTracking().Where(rule => ruleIds.Contains(rule.Id)).ToDictionaryAsync(rule => rule.Id, cancellation);
        var may = (await db.OfWhoMay().Where(rule => ruleIds.Contains(rule.Id)).Select(rule => rule.Id).ToListAsync(cancellation)).ToHashSet();
        var notices = await db.Set<AlertNotice>().AsNoTracking().Where(notice => noticeIds.Contains(notice.Id)).ToListAsync(cancellation);
        List<LeasedDelivery> leased = [];
        foreach (var delivery in taken)
        {
            var rule = rules[delivery.RuleId];
            if (Unwanted(delivery, rule, may) is { } reason)
            {
                (delivery.Status, delivery.EndedAt, delivery.LeaseId, delivery.LeasedUntil) = (DeliveryStatus.Dropped, now, null, null);
                db.Add(new DeliveryAttempt { DeliveryId = delivery.Id, At = now, Outcome = reason });
                continue;
            }
            leased.Add(new(delivery.Id, leaseId, delivery.Channel, delivery.Target, delivery.Attempts, delivery.CreatedAt, delivery.FirstTriedAt ?? now, rule,
                [.. notices.Where(notice => delivery.NoticeIds.Contains(notice.Id)).OrderBy(notice => notice.At).ThenBy(notice => notice.Id)]));
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return leased;
    }

    public async Task<bool> EndAsync(LeasedDelivery delivery, DeliveryStatus status, DateTimeOffset nextAt, string? outcome, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await db.Set<AlertDelivery>().Where(d => d.Id == delivery.Id && d.LeaseId == delivery.LeaseId && d.Status == DeliveryStatus.Pending)
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.Status, status).SetProperty(x => x.DueAt, nextAt).SetProperty(x => x.EndedAt, status == DeliveryStatus.Pending ? null : now)
                .SetProperty(x => x.LeaseId, (Guid?)null).SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null), cancellation);
        if (ended == 0) return false;
        if (outcome is not null)
            db.Add(new DeliveryAttempt { DeliveryId = delivery.Id, At = now, Succeeded = status == DeliveryStatus.Sent, Outcome = outcome.Length > 1000 ? outcome[..1000] : outcome });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static string? Unwanted(AlertDelivery delivery, AlertRule rule, HashSet<Guid> may) =>
        !may.Contains(rule.Id) ? $"Not sent: {rule.OwnerName} may no longer keep rules."
        : !AlertQueue.Ways(rule).Contains((delivery.Channel, delivery.Target)) ? "Not sent: the rule no longer has this way."
        : !rule.IsEnabled && !delivery.Key.StartsWith(AlertQueue.Test, StringComparison.Ordinal) ? "Not sent: the rule was switched off."
        : null;
}
