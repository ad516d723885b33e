using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Store.Accounts;

/// <summary>What somebody does with their own passkeys. Each is one transaction and writes its revision.</summary>
public interface IOwnPasskeys
{
    /// <summary>The passkeys, the oldest first; empty for a caller without an account.</summary>
    Task<IReadOnlyList<PasskeyView>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>Asks for the password before a passkey is made: an open browser must not be enough for another way in.</summary>
    /// <returns>The account to make it for, or a sentence that says what is wrong. Wrong passwords count as failures to sign in.</returns>
    Task<CommandResult<OwnAccountName>> MayAddAsync(string password, Caller by, CancellationToken cancellation);

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
