using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tokens;

/// <summary>Who shows a token, and what they may at this moment: asked for every request, so that a lock, another role or a removal counts at once.</summary>
public interface ITokenCheck
{
    /// <summary>Looks at a token that a program shows, and notes its use where it is taken.</summary>
    /// <param name="secret">As shown, hostile.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<ShownToken> PresentAsync(string secret, Origin from, CancellationToken cancellation);

    /// <summary>Whom the token speaks for, with what both its scopes and its owner's role allow; null where it does not stand any more.</summary>
    Task<Caller?> CallerAsync(Guid token, CancellationToken cancellation);
}

/// <summary>What came of looking at a token.</summary>
/// <param name="Id">Which one it is; null where it is none that stands.</param>
/// <param name="Scopes">What it is for.</param>
/// <param name="Refusal">Why it is not taken, as a sentence that says what to do; null where it is.</param>
public sealed record ShownToken(Guid? Id, TokenScopes Scopes, string? Refusal);
