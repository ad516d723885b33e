using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IAccountQuery"/>
internal sealed class AccountQuery(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IAccountQuery
{
    private const int NewestSignIns = 50;

    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Accounts.AnyAsync(cancellation);
    }

    public async Task<CommandResult<AccountList>> ListAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageAccounts) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        return new(new AccountList(
            await db.Accounts.AsNoTracking().Where(a => a.RemovedAt == null).OrderBy(a => a.Name)
                .Select(a => new AccountRow(a.Id, a.Name, a.Email!, a.Role, a.LockedAt != null, a.LockoutEnd > now ? a.LockoutEnd : null, a.TwoFactorEnabled, a.LastSignedInAt)).ToListAsync(cancellation),
            await db.AccountLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.ExpiresAt > now).OrderBy(l => l.Id)
                .Select(l => new InvitationRow(l.Id, l.Name!, l.Email!, l.Role, l.ExpiresAt!.Value, l.CreatedBy)).ToListAsync(cancellation),
            await (from record in db.SignIns.AsNoTracking()
                   join account in db.Accounts on record.AccountId equals account.Id into owner
                   from account in owner.DefaultIfEmpty()
                   orderby record.Id descending
                   select new SignInRow(record, account.Name)).Take(NewestSignIns).ToListAsync(cancellation)), null);
    }
}
