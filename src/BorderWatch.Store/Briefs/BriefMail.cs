using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefMail(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IBriefMail
{
    /// <summary>So many addresses a brief is mailed to at once.</summary>
    public const int MostAddresses = 50;

    /// <summary>So many characters they have together.</summary>
    public const int LongestTo = 4000;

    private const int MostRows = 200;
    private const int MostAttempts = 20;

    public async Task<CommandResult<BriefSending>> SendAsync(Guid briefId, int number, string to, bool attachWord, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(null, refusal);
        if (MailAddresses.Error(to, "A brief is mailed to", MostAddresses, LongestTo) is { } error) return new(null, error);
        var addresses = MailAddresses.Of(to);
        if (addresses.Count == 0) return new(null, "Say to whom: write an address such as name@example.org.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await BriefMailQueue.LockAsync(db, briefId, cancellation);
        if (await db.Set<Brief>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == briefId, cancellation) is not { } brief) return new(null, BriefCommands.NoBrief);
        var newest = await db.Set<BriefVersion>().Where(version => version.BriefId == briefId).MaxAsync(version => version.Number, cancellation);
        if (newest != number) return new(null, $"Version {newest} has been saved meanwhile; read that one first. Nothing was sent.");
        if (brief.Status != BriefStatus.Approved) return new(null, "It is a draft: approve it first. Nothing was sent.");
        var now = clock.GetUtcNow();
        var sending = await BriefMailQueue.QueueAsync(db, briefId, number, addresses, attachWord, now, cancellation);
        if (sending.Queued > 0) BriefWriting.Record(db, briefId, now, by.Name, "mailed", new { version = new { from = number, to = number }, addresses = new { from = (int?)null, to = sending.Queued } });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(sending, null);
    }

    public async Task<CommandResult<IReadOnlyList<DeliveryRow>>> LogAsync(Guid briefId, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new(await AlertQuery.LogAsync(db, db.Set<AlertDelivery>().Where(delivery => delivery.BriefId == briefId), MostRows, MostAttempts, cancellation), null);
    }

    public async Task<CommandResult<IReadOnlyList<MailRecipient>>> RecipientsAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new(await db.Accounts.Where(account => account.LockedAt == null && account.RemovedAt == null && account.Email != null).OrderBy(account => account.Name)
            .Select(account => new MailRecipient(account.Name, account.Email!)).ToListAsync(cancellation), null);
    }
}
