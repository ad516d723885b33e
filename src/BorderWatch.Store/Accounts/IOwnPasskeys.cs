using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Store.Accounts;

/// <summary>What somebody does with their own passkeys. Each is one transaction and writes its revision.</summary>
public interface IOwnPasskeys
{
    /// <summary>The passkeys, the oldest first; empty for a caller without an account.</summary>
    Task<IReadOnlyList<PasskeyView>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>Asks for the password before a passkey is made, or, where the account has none, for a new sign-in at the provider that vouches for it: an open browser must not be enough for another way in.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="signedInAnew">True where the caller knows that the provider has asked the owner anew, a moment ago. Counts only where there is no password.</param>
    /// <param name="by">Whose.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The account to make it for, or a sentence that says what is wrong. Wrong passwords count as failures to sign in.</returns>
    Task<CommandResult<OwnAccountName>> MayAddAsync(string password, bool signedInAnew, Caller by, CancellationToken cancellation);

    /// <summary>Adds a passkey.</summary>
    /// <param name="passkey">As the browser made it. The caller has checked it, and that <see cref="MayAddAsync"/> was asked a moment before.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="by">Whose.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> AddAsync(UserPasskeyInfo passkey, string name, Caller by, CancellationToken cancellation);

    /// <summary>Gives a passkey another name.</summary>
    Task<CommandResult<bool>> RenameAsync(string id, string name, Caller by, CancellationToken cancellation);

    /// <summary>Removes a passkey: it opens nothing any more.</summary>
    Task<CommandResult<bool>> RemoveAsync(string id, Caller by, CancellationToken cancellation);
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its credential's id, in hexadecimal.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="IsSynced">True where it is kept beyond one device, by the maker of the browser or the system.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset CreatedAt, bool IsSynced);

/// <summary>Whose passkey it will be.</summary>
public sealed record OwnAccountName(Guid Id, string Name, string Email);
