using System.Globalization;
using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tokens;

/// <inheritdoc cref="ITokenCheck"/>
internal sealed class TokenCheck(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : ITokenCheck
{
    private const string MakeAnother = "Make another on the page “Your account”.";

    private static readonly TimeSpan s_usedToWithin = TimeSpan.FromMinutes(1);

    public async Task<ShownToken> PresentAsync(string secret, Origin from, CancellationToken cancellation)
    {
        if (!TokenSecret.IsOne(secret)) return Refused($"This is no token of BorderWatch: one begins with {TokenSecret.Mark} and is sent as “Authorization: Bearer {TokenSecret.Mark}…”, whole and without quotation marks.");
        var (hash, now) = (TokenSecret.Hash(secret), clock.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await (
            from token in db.ApiTokens.AsNoTracking()
            join account in db.Accounts on token.AccountId equals account.Id
            where token.SecretHash == hash
            select new { Token = token, account.LockedAt, account.RemovedAt }).SingleOrDefaultAsync(cancellation);
        if (found is null || found.RemovedAt is not null) return Refused($"There is no such token, or its account was removed. {MakeAnother}");
        var shown = found.Token;
        if (shown.RevokedAt is { } revoked) return Refused($"The token {shown.Prefix}… was revoked on {Day(revoked)}. {MakeAnother}");
        if (shown.ExpiresAt is { } end && end <= now) return Refused($"The token {shown.Prefix}… ended on {Day(end)}. {MakeAnother}");
        if (found.LockedAt is not null) return Refused($"The account of the token {shown.Prefix}… is locked. Ask an administrator.");
        if (shown.LastUsedAt is null || now - shown.LastUsedAt > s_usedToWithin)
        {
            await db.ApiTokens.Where(token => token.Id == shown.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now).SetProperty(token => token.LastUsedFrom, from.RemoteAddress), cancellation);
        }
        return new ShownToken(shown.Id, shown.Scopes, null);
    }

    public async Task<Caller?> CallerAsync(Guid token, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await (
            from t in db.ApiTokens.AsNoTracking()
            join account in db.Accounts on t.AccountId equals account.Id
            where t.Id == token && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now) && account.LockedAt == null && account.RemovedAt == null
            select new { account.Id, account.Name, account.Role, Token = t.Name, t.Scopes }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new Caller(found.Id, $"{found.Name}, by token “{found.Token}”", ScopePermissions.Of(found.Scopes, found.Role));
    }

    private static ShownToken Refused(string sentence) => new(null, TokenScopes.None, sentence);

    private static string Day(DateTimeOffset moment) => moment.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
