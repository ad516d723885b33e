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
        var said = await OutboxReading.OfAsync(db, taken, cancellation);
        List<LeasedDelivery> leased = [];
        foreach (var delivery in taken)
        {
            if (said.Unwanted(delivery) is { } reason)
            {
                (delivery.Status, delivery.EndedAt, delivery.LeaseId, delivery.LeasedUntil) = (DeliveryStatus.Dropped, now, null, null);
                db.Add(new DeliveryAttempt { DeliveryId = delivery.Id, At = now, Outcome = reason });
                continue;
            }
            leased.Add(said.Leased(delivery, leaseId, now));
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
}
