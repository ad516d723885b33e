using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tokens;

/// <summary>What somebody does with their own tokens. Each command is one transaction and writes a revision of the account.</summary>
public interface IOwnTokens
{
    /// <summary>The caller's tokens that are not revoked, the newest first; none for a caller without an account.</summary>
    Task<IReadOnlyList<TokenRow>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>Makes a token.</summary>
    /// <param name="draft">What it is to be.</param>
    /// <param name="password">The account's, so that an open browser is not enough.</param>
    /// <param name="by">Whose it will be.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The token, which is kept nowhere, or a sentence that says what is wrong.</returns>
    Task<CommandResult<string>> MakeAsync(TokenDraft draft, string password, Caller by, CancellationToken cancellation);

    /// <summary>Makes one of one's own tokens useless.</summary>
    Task<CommandResult<bool>> RevokeAsync(Guid token, Caller by, CancellationToken cancellation);
}

/// <summary>A token that is to be made.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Scopes">What it is for; nothing beyond what the owner may.</param>
/// <param name="Days">How long it is good for; null for as long as nobody revokes it.</param>
public sealed record TokenDraft(string Name, TokenScopes Scopes, int? Days);

/// <summary>A token in a list; never its secret.</summary>
/// <param name="Id">Which.</param>
/// <param name="Owner">Whose, as history shows it.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Scopes">What it is for.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; null where it does not end by itself.</param>
/// <param name="LastUsedAt">UTC, to the minute; null before the first time.</param>
/// <param name="LastUsedFrom">From which address then.</param>
public sealed record TokenRow(
    Guid Id, string Owner, string Name, string Prefix, TokenScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, string? LastUsedFrom);
