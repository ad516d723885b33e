using System.Globalization;
using BorderWatch.Store.Alerts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

/// <summary>Writes briefs into the outbox, in the transaction of what makes them leave.</summary>
internal static class BriefMailQueue
{
    /// <summary>The key of a notice that a draft waits.</summary>
    public const string Notice = "draft";

    /// <summary>Held to the end of the transaction: what is queued for a brief is queued by one at a time.</summary>
    public static Task LockAsync(BorderWatchDbContext db, Guid briefId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('brief mail'), hashtext({briefId.ToString()}))", cancellation);

    /// <summary>Queues a version for those who neither have it nor are being sent it. Needs <see cref="LockAsync"/>.</summary>
    public static async Task<BriefSending> QueueAsync(BorderWatchDbContext db, Guid briefId, int version, IReadOnlyList<string> addresses, bool attachesWord, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"v{version}:");
        var known = await db.Set<AlertDelivery>().AsNoTracking().Where(delivery => delivery.BriefId == briefId && delivery.Key.StartsWith(key)).Select(delivery => new { delivery.Target, delivery.Status }).ToListAsync(cancellation);
        var (queued, already) = (0, 0);
        foreach (var address in addresses)
        {
            var its = known.FindAll(delivery => string.Equals(delivery.Target, address, StringComparison.OrdinalIgnoreCase));
            if (its.Exists(delivery => delivery.Status is DeliveryStatus.Pending or DeliveryStatus.Sent))
            {
                already++;
                continue;
            }
            db.Add(Delivery(briefId, version, address, string.Create(CultureInfo.InvariantCulture, $"{key}{its.Count + 1}"), attachesWord, now));
            queued++;
        }
        return new(queued, already);
    }

    /// <summary>Queues the notice that a draft waits, for those whom its schedule names.</summary>
    public static void QueueNotice(BorderWatchDbContext db, Brief brief, BriefSchedule schedule, DateTimeOffset now) =>
        db.AddRange(MailAddresses.Of(schedule.NoticeTo).Select(address => Delivery(brief.Id, 1, address, Notice, attachesWord: false, now)));

    /// <summary>Queues a version that has been approved for those whom its schedule names, where it has one.</summary>
    public static async Task QueueScheduledAsync(BorderWatchDbContext db, Brief brief, int version, DateTimeOffset now, CancellationToken cancellation)
    {
        if (brief.ScheduleId is not { } id || await db.Set<BriefSchedule>().AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, cancellation) is not { MailTo: { } to } schedule) return;
        await QueueAsync(db, brief.Id, version, MailAddresses.Of(to), schedule.AttachesWord, now, cancellation);
    }

    private static AlertDelivery Delivery(Guid briefId, int version, string address, string key, bool attachesWord, DateTimeOffset now) => new()
    {
        BriefId = briefId,
        BriefVersion = version,
        Channel = AlertChannel.Mail,
        Target = address,
        Key = key,
        AttachesWord = attachesWord,
        CreatedAt = now,
        DueAt = now,
    };
}
