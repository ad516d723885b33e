namespace BorderWatch.Store.Accounts;

/// <summary>What somebody is told for whom a provider vouches and who stays out all the same.</summary>
public static class ExternalRefusals
{
    /// <summary>The sentence; null where the outcome is no such refusal.</summary>
    public static string? Sentence(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.ExternalUnverified => "The sign-in of your organisation does not vouch for your e-mail address, so it cannot be told whose account is yours. Ask those who run it to verify the address.",
        SignInOutcome.ExternalUnknown => "Nobody has invited you here yet. Ask an administrator for an invitation to the address that your organisation knows you by.",
        SignInOutcome.ExternalWithoutRole => "Your organisation gives you no role here. Ask those who run its sign-in.",
        SignInOutcome.ExternalOther => "This account belongs to somebody else of your organisation’s sign-in. Ask an administrator.",
        SignInOutcome.Locked or SignInOutcome.TooManyFailures => "This account is locked. An administrator can help.",
        _ => null,
    };
}
