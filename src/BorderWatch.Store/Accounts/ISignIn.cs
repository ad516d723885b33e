namespace BorderWatch.Store.Accounts;

/// <summary>Signs people in and out. Every attempt is recorded; an attempt counts before it is tried, so that many at once do not escape the count.</summary>
public interface ISignIn
{
    /// <summary>First step: address and password. A wrong one, an unknown one and a locked account get the same answer in the same time.</summary>
    Task<SignInStep> WithPasswordAsync(string email, string password, Origin from, CancellationToken cancellation);

    /// <summary>Second step: a code of the authenticator app, or one of those written down.</summary>
    /// <param name="account">Who gave the right password a moment ago; the caller vouches for it.</param>
    /// <param name="stamp">The stamp that the first step gave.</param>
    /// <param name="code">What was typed; blanks do not count.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SignInStep> WithCodeAsync(Guid account, string stamp, string code, Origin from, CancellationToken cancellation);

    /// <summary>Ends a session. One that has ended already is no error.</summary>
    Task SignOutAsync(Guid session, Origin from, CancellationToken cancellation);
}

/// <summary>Where signing in has come to.</summary>
public abstract record SignInStep
{
    private SignInStep()
    {
    }

    /// <summary>Signed in.</summary>
    /// <param name="Session">The new session.</param>
    public sealed record SignedIn(Guid Session) : SignInStep;

    /// <summary>The password was right; the account wants a code as well.</summary>
    /// <param name="Account">Whose.</param>
    /// <param name="Stamp">The account's stamp, so that a password changed meanwhile ends this attempt.</param>
    public sealed record CodeNeeded(Guid Account, string Stamp) : SignInStep;

    /// <summary>Refused.</summary>
    /// <param name="Error">A sentence for the person.</param>
    public sealed record Refused(string Error) : SignInStep
    {
        /// <summary>What was recorded; null where that is not to be told, or nothing was.</summary>
        public SignInOutcome? Outcome { get; init; }
    }
}
