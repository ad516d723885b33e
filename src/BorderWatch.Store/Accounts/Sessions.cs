using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="ISessions"/>
internal sealed class Sessions(IDbContextFactory<BorderWatchDbContext> contexts, IOptions<AccountOptions> options, TimeProvider clock) : ISessions
{
    private static readonly TimeSpan s_seenToWithin = TimeSpan.FromMinutes(1);

    public async Task<Caller?> CallerAsync(Guid session, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return (await FindAsync(db, session, cancellation))?.Caller;
    }

    public async Task<Caller?> SeeAsync(Guid session, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, session, cancellation) is not var (caller, seenAt)) return null;
        var now = clock.GetUtcNow();
        if (now - seenAt > s_seenToWithin) await db.AccountSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancellation);
        return caller;
    }

    private async Task<(Caller Caller, DateTimeOffset SeenAt)?> FindAsync(BorderWatchDbContext db, Guid session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (begun, seen) = (now - options.Value.SessionLifetime, now - options.Value.SessionIdle);
        var found = await (
            from s in db.AccountSessions.AsNoTracking()
            join a in db.Accounts on s.AccountId equals a.Id
            where s.Id == session && s.CreatedAt > begun && s.SeenAt > seen && s.Stamp == a.SecurityStamp && a.LockedAt == null && a.RemovedAt == null
            select new { a.Id, a.Name, a.Role, s.SeenAt }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : (new Caller(found.Id, found.Name, RolePermissions.Of(found.Role)), found.SeenAt);
    }
}
