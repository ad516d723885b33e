using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Accounts;

/// <summary>Roles and sign-ins in words.</summary>
public static class AccountWords
{
    /// <summary>"an editor".</summary>
    public static string Of(Role role) => role is Role.Analyst or Role.Editor or Role.Administrator ? $"an {role.ToString().ToLowerInvariant()}" : $"a {role.ToString().ToLowerInvariant()}";

    /// <summary>What a role is for, to choose by.</summary>
    public static string Purpose(Role role) => role switch
    {
        Role.Viewer => "Viewer: reads",
        Role.Analyst => "Analyst: also exports and adds articles",
        Role.Editor => "Editor: also rules on incidents",
        Role.Manager => "Manager: also regions and sources",
        Role.Administrator => "Administrator: also accounts",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What came of an attempt.</summary>
    public static string Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => "signed in",
        SignInOutcome.CodeAsked => "password right, asked for a code",
        SignInOutcome.UnknownAddress => "nobody has the address",
        SignInOutcome.WrongPassword => "wrong password",
        SignInOutcome.WrongCode => "wrong code",
        SignInOutcome.TooManyFailures => "refused after too many failures",
        SignInOutcome.Locked => "refused, the account is locked",
        SignInOutcome.RecoveryCodeUsed => "signed in with a written-down code",
        SignInOutcome.SignedOut => "signed out",
        SignInOutcome.ExternalSignedIn => "signed in through the organisation",
        SignInOutcome.ExternalUnverified => "refused, the organisation does not vouch for the address",
        SignInOutcome.ExternalUnknown => "refused, known to the organisation and not invited here",
        SignInOutcome.ExternalOther => "refused, the account is linked to somebody else of the organisation",
        SignInOutcome.ExternalWithoutRole => "refused, the organisation gives no role here",
        SignInOutcome.PasskeySignedIn => "signed in with a passkey",
        SignInOutcome.WrongPasskey => "wrong passkey",
        SignInOutcome.ExternalUnlinked => "unlinked from the organisation’s sign-in",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
