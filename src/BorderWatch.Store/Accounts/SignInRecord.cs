namespace BorderWatch.Store.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>The password was right, and a code is asked for.</summary>
    CodeAsked,

    /// <summary>Nobody has that address.</summary>
    UnknownAddress,

    /// <summary>The password was wrong.</summary>
    WrongPassword,

    /// <summary>The code was wrong, or had been used.</summary>
    WrongCode,

    /// <summary>Too many failures, locked for a while; nothing was compared.</summary>
    TooManyFailures,

    /// <summary>An administrator has locked the account.</summary>
    Locked,

    /// <summary>Signed in with a code that was written down for the loss of the authenticator app.</summary>
    RecoveryCodeUsed,

    /// <summary>Signed out.</summary>
    SignedOut,

    /// <summary>Signed in through the organisation's own sign-in.</summary>
    ExternalSignedIn,

    /// <summary>The organisation's sign-in does not vouch for an e-mail address.</summary>
    ExternalUnverified,

    /// <summary>Known to the organisation, and neither known nor invited here.</summary>
    ExternalUnknown,

    /// <summary>The account is linked to somebody else there.</summary>
    ExternalOther,

    /// <summary>The organisation gives no role.</summary>
    ExternalWithoutRole,

    /// <summary>Signed in with a passkey.</summary>
    PasskeySignedIn,

    /// <summary>A passkey that is nobody's, or no answer to what was asked.</summary>
    WrongPasskey,

    /// <summary>No attempt: the owner unlinked the account from the organisation's sign-in.</summary>
    ExternalUnlinked,
}

/// <summary>One attempt to sign in, or a sign-out. What was typed as address is not kept: people type passwords there.</summary>
public sealed class SignInRecord
{
    /// <summary>UUIDv7, so in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whose account; null where nobody has that address.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What came of it.</summary>
    public SignInOutcome Outcome { get; init; }

    /// <summary>From which address.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>What the browser calls itself, at most 200 characters.</summary>
    public string? UserAgent { get; init; }
}
