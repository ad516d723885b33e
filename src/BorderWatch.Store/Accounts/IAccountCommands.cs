namespace BorderWatch.Store.Accounts;

/// <summary>
/// What administrators do with accounts; every one needs <see cref="Permission.ManageAccounts"/>, is one transaction and writes its revision.
/// An administrator who is not locked always remains.
/// </summary>
public interface IAccountCommands
{
    /// <summary>Invites somebody.</summary>
    /// <returns>The secret of the link by which they choose their password, or a sentence that says what is wrong. It is shown once, and kept nowhere.</returns>
    Task<CommandResult<string>> InviteAsync(string name, string email, Role role, Caller by, CancellationToken cancellation);

    /// <summary>Makes an invitation's link useless.</summary>
    Task<CommandResult<bool>> WithdrawAsync(Guid invitation, Caller by, CancellationToken cancellation);

    /// <summary>Makes a link by which somebody chooses a new password. Until then the old one works.</summary>
    /// <returns>The link's secret, as <see cref="InviteAsync"/> gives one.</returns>
    Task<CommandResult<string>> ResetPasswordAsync(Guid account, Caller by, CancellationToken cancellation);

    /// <summary>Takes the second factor off an account whose owner has lost it, and ends their sessions.</summary>
    Task<CommandResult<bool>> ForgetAuthenticatorAsync(Guid account, Caller by, CancellationToken cancellation);

    /// <summary>Gives another role. It counts from the next command on.</summary>
    Task<CommandResult<Role>> SetRoleAsync(Guid account, Role role, Caller by, CancellationToken cancellation);

    /// <summary>Locks an account and ends its sessions, or unlocks it, failed attempts forgotten.</summary>
    Task<CommandResult<bool>> SetLockedAsync(Guid account, bool locked, Caller by, CancellationToken cancellation);

    /// <summary>Removes an account: address, password, second factor and sessions are gone. The name stays taken, because the history says it.</summary>
    Task<CommandResult<bool>> RemoveAsync(Guid account, Caller by, CancellationToken cancellation);
}
