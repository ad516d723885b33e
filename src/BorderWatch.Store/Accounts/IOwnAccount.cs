namespace BorderWatch.Store.Accounts;

/// <summary>What somebody does with their own account. Each is one transaction and writes its revision.</summary>
public interface IOwnAccount
{
    /// <summary>The account as its owner sees it; null for a caller without one.</summary>
    Task<OwnAccountView?> FindAsync(Caller by, CancellationToken cancellation);

    /// <summary>Changes the password and ends all other sessions.</summary>
    /// <param name="current">The old one. Wrong ones count as failures to sign in, and end in a lock.</param>
    /// <param name="password">The new one.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="by">Whose account.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> ChangePasswordAsync(string current, string password, Guid session, Caller by, CancellationToken cancellation);

    /// <summary>The key for an authenticator app, in base 32: a new one unless one is being set up. Nothing asks for codes yet.</summary>
    Task<CommandResult<string>> AuthenticatorKeyAsync(Caller by, CancellationToken cancellation);

    /// <summary>Asks for codes from now on, and ends all other sessions.</summary>
    /// <param name="code">A code of the app, to show that it has the key.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="by">Whose account.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>Codes to write down, each good once, or a sentence that says what is wrong.</returns>
    Task<CommandResult<IReadOnlyList<string>>> UseAuthenticatorAsync(string code, Guid session, Caller by, CancellationToken cancellation);

    /// <summary>Asks for no codes any more, and ends all other sessions.</summary>
    /// <param name="password">The account's, so that an open browser is not enough.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="by">Whose account.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> ForgetAuthenticatorAsync(string password, Guid session, Caller by, CancellationToken cancellation);

    /// <summary>Unlinks the account from somebody known to an OpenID Connect provider, and ends all other sessions. Refused where nothing else lets the owner in.</summary>
    /// <param name="login">Which link.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="by">Whose account.</param>
    /// <param name="from">From where, for the audit of sign-ins.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> UnlinkAsync(Guid login, Guid session, Caller by, Origin from, CancellationToken cancellation);

    /// <summary>Ends one of one's own sessions.</summary>
    Task<CommandResult<bool>> EndSessionAsync(Guid session, Caller by, CancellationToken cancellation);
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Name">As history shows it.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="AsksForCode">True where a code is asked for beside the password.</param>
/// <param name="Sessions">The standing ones, the last used first.</param>
/// <param name="SignIns">The newest attempts, at most 20.</param>
public sealed record OwnAccountView(string Name, string Email, Role Role, bool AsksForCode, IReadOnlyList<AccountSession> Sessions, IReadOnlyList<SignInRecord> SignIns)
{
    /// <summary>Whom OpenID Connect providers know the owner as.</summary>
    public IReadOnlyList<AccountLogin> Logins { get; init; } = [];

    /// <summary>True where the owner has a password.</summary>
    public bool HasPassword { get; init; }
}
