using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tokens;

/// <summary>What owners and administrators share: the list, and what revoking is.</summary>
internal static class TokenRows
{
    /// <summary>The tokens that are not revoked, of one account or (null) of all, by owner, the newest first.</summary>
    public static IQueryable<TokenRow> Of(BorderWatchDbContext db, Guid? owner) =>
        from token in db.ApiTokens.AsNoTracking()
        join account in db.Accounts on token.AccountId equals account.Id
        where token.RevokedAt == null && (owner == null || token.AccountId == owner)
        orderby account.Name, token.Id descending
        select new TokenRow(token.Id, account.Name, token.Name, token.Prefix, token.Scopes, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.LastUsedFrom);

    /// <summary>Revokes it; saved by the caller.</summary>
    public static CommandResult<bool> Revoke(AccountWork work, ApiToken? token, string by, DateTimeOffset now)
    {
        if (token is not { RevokedAt: null }) return new(false, "That token was revoked already; reload the page.");
        token.RevokedAt = now;
        work.Record(token.AccountId, now, by, $"revoked the token “{token.Name}”");
        return new(true, null);
    }
}
