using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Accounts;

/// <summary>Failed attempts on an account, counted in the database by one statement each.</summary>
internal static class Attempts
{
    /// <summary>Counts an attempt before it is tried. False where there were too many; the last one that is allowed locks the account, unless it succeeds.</summary>
    public static async Task<bool> CountAsync(BorderWatchDbContext db, Guid account, AccountOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var most = options.FailuresBeforeLock;
        DateTimeOffset? until = now + options.LockedFor;
        return await db.Accounts.Where(a => a.Id == account && (a.LockoutEnd == null || a.LockoutEnd <= now)).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.AccessFailedCount, x => x.LockoutEnd == null ? x.AccessFailedCount + 1 : 1)
            .SetProperty(x => x.LockoutEnd, x => (x.LockoutEnd == null ? x.AccessFailedCount + 1 : 1) >= most ? until : null), cancellation) == 1;
    }

    /// <summary>After a success.</summary>
    public static Task ForgetAsync(BorderWatchDbContext db, Guid account, CancellationToken cancellation) =>
        db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancellation);
}
