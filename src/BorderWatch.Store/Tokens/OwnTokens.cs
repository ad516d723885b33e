using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Tokens;

/// <inheritdoc cref="IOwnTokens"/>
internal sealed class OwnTokens(IServiceScopeFactory scopes, PasswordCheck passwords, TimeProvider clock) : IOwnTokens
{
    private const int Most = 20;
    private const int LongestLife = 3660;

    public async Task<IReadOnlyList<TokenRow>> ListAsync(Caller by, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        return by.Id is { } id ? await TokenRows.Of(work.Db, id).ToListAsync(cancellation) : [];
    }

    public Task<CommandResult<string>> MakeAsync(TokenDraft draft, string password, Caller by, CancellationToken cancellation) => DoAsync<string>(by, async (work, account) =>
    {
        var name = draft.Name.Trim();
        var own = await work.Db.ApiTokens.AsNoTracking().Where(t => t.AccountId == account.Id && t.RevokedAt == null).Select(t => t.Name).ToListAsync(cancellation);
        if (Problem(name, draft, account.Role, own) is { } problem) return new(null, problem);
        if (await passwords.WrongAsync(work, account, password, cancellation) is { } wrong) return new(null, wrong);
        var (secret, now) = (TokenSecret.New(), clock.GetUtcNow());
        work.Db.Add(new ApiToken
        {
            AccountId = account.Id,
            Name = name,
            Prefix = TokenSecret.Prefix(secret),
            SecretHash = TokenSecret.Hash(secret),
            Scopes = draft.Scopes,
            CreatedAt = now,
            ExpiresAt = draft.Days is { } days ? now.AddDays(days) : null,
        });
        work.Record(account.Id, now, account.Name, $"made the token “{name}” ({ScopePermissions.Names(draft.Scopes)})");
        return new(secret, null);
    }, cancellation);

    public Task<CommandResult<bool>> RevokeAsync(Guid token, Caller by, CancellationToken cancellation) => DoAsync<bool>(by, async (work, account) =>
    {
        var found = await work.Db.ApiTokens.SingleOrDefaultAsync(t => t.Id == token && t.AccountId == account.Id, cancellation);
        return TokenRows.Revoke(work, found, account.Name, clock.GetUtcNow());
    }, cancellation);

    private static string? Problem(string name, TokenDraft draft, Role role, List<string> own)
    {
        if (name.Length is 0 or > ApiToken.LongestName || name.Any(char.IsControl)) return $"Give the token a name by which you will know it, of 1 to {ApiToken.LongestName} characters.";
        if (own.Contains(name, StringComparer.OrdinalIgnoreCase)) return $"You have a token “{name}” already; choose another name, or revoke that one first.";
        if (own.Count >= Most) return $"You have {own.Count} tokens; revoke one that is not used any more first.";
        if (draft.Scopes is TokenScopes.None || (draft.Scopes & ~(TokenScopes.Read | TokenScopes.Export | TokenScopes.Rule)) != 0) return "Choose what the token is for.";
        foreach (var (scope, word, permission) in ScopePermissions.All)
        {
            if (draft.Scopes.HasFlag(scope) && !RolePermissions.Of(role).Contains(permission)) return $"A token cannot do more than you: your role does not allow “{word}”.";
        }
        return draft.Days is < 1 or > LongestLife ? $"A token is good for 1 to {LongestLife} days, or until it is revoked." : null;
    }

    private async Task<CommandResult<T>> DoAsync<T>(Caller by, Func<AccountWork, Account, Task<CommandResult<T>>> change, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        if (by.Id is not { } id || await work.FindAsync(id, cancellation) is not { LockedAt: null } account) return new(default, "Sign in with an account of your own to do this.");
        var result = await change(work, account);
        if (!result.Succeeded) return result;
        await work.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
