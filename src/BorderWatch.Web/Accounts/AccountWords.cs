using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Accounts;

/// <summary>Roles and sign-ins in words.</summary>
public static class AccountWords
{
    /// <summary>"an editor".</summary>
    public static string Of(Role role) => Say.Name(role is Role.Analyst or Role.Editor or Role.Administrator ? $"an {role.ToString().ToLowerInvariant()}" : $"a {role.ToString().ToLowerInvariant()}");

    /// <summary>What a role is for, to choose by.</summary>
    public static string Purpose(Role role) => role switch
    {
        Role.Viewer => Say.It("Viewer: reads"),
        Role.Analyst => Say.It("Analyst: also exports and adds articles"),
        Role.Editor => Say.It("Editor: also rules on incidents"),
        Role.Manager => Say.It("Manager: also regions and sources"),
        Role.Administrator => Say.It("Administrator: also accounts"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What came of an attempt.</summary>
    public static string Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => Say.It("signed in"),
        SignInOutcome.CodeAsked => Say.It("password right, asked for a code"),
        SignInOutcome.UnknownAddress => Say.It("nobody has the address"),
        SignInOutcome.WrongPassword => Say.It("wrong password"),
        SignInOutcome.WrongCode => Say.It("wrong code"),
        SignInOutcome.TooManyFailures => Say.It("refused after too many failures"),
        SignInOutcome.Locked => Say.It("refused, the account is locked"),
        SignInOutcome.RecoveryCodeUsed => Say.It("signed in with a written-down code"),
        SignInOutcome.SignedOut => Say.It("signed out"),
        SignInOutcome.ExternalSignedIn => Say.It("signed in through the organisation"),
        SignInOutcome.ExternalUnverified => Say.It("refused, the organisation does not vouch for the address"),
        SignInOutcome.ExternalUnknown => Say.It("refused, known to the organisation and not invited here"),
        SignInOutcome.ExternalOther => Say.It("refused, the account is linked to somebody else of the organisation"),
        SignInOutcome.ExternalWithoutRole => Say.It("refused, the organisation gives no role here"),
        SignInOutcome.PasskeySignedIn => Say.It("signed in with a passkey"),
        SignInOutcome.WrongPasskey => Say.It("wrong passkey"),
        SignInOutcome.ExternalUnlinked => Say.It("unlinked from the organisation’s sign-in"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
