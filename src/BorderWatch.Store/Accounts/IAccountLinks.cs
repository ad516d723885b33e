namespace BorderWatch.Store.Accounts;

/// <summary>One-time links: the first administrator, invitations, new passwords. A link is used up in the transaction that does what it is for.</summary>
public interface IAccountLinks
{
    /// <summary>The secret of a link that makes the first administrator; null where there is an account. One that was given before works no more.</summary>
    Task<string?> FirstAdministratorAsync(CancellationToken cancellation);

    /// <summary>What a secret is good for; null where it was used, replaced or withdrawn, is too old or never was.</summary>
    Task<LinkView?> FindAsync(string secret, CancellationToken cancellation);

    /// <summary>Uses a link: makes the account or changes its password, and ends the account's sessions.</summary>
    /// <param name="secret">The link's.</param>
    /// <param name="name">The first administrator's name; other links say it themselves.</param>
    /// <param name="email">The first administrator's e-mail address; other links say it themselves.</param>
    /// <param name="password">The new password.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The account, or a sentence that says what is wrong; then the link still works.</returns>
    Task<CommandResult<Guid>> UseAsync(string secret, string? name, string? email, string password, CancellationToken cancellation);
}

/// <summary>What a link is good for.</summary>
/// <param name="Purpose">What it does.</param>
/// <param name="Name">Whose account it makes or changes; null for the first administrator's.</param>
/// <param name="Email">With which address they sign in; null for the first administrator's.</param>
/// <param name="Role">Of the account that it makes.</param>
public sealed record LinkView(LinkPurpose Purpose, string? Name, string? Email, Role Role);
