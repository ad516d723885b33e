namespace BorderWatch.Store.Accounts;

/// <summary>Signs people in for whom an OpenID Connect provider vouches.</summary>
public interface IExternalSignIn
{
    /// <summary>
    /// Finds whose account it is: by the subject, where it came before; else by an e-mail address that the provider has verified. Locked and removed accounts stay out,
    /// and an account that asks for codes asks for them here as well.
    /// </summary>
    /// <param name="who">What the provider said. The caller has checked that the provider said it.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SignInStep> WithIdentityAsync(ExternalIdentity who, Origin from, CancellationToken cancellation);
}

/// <summary>Somebody, as a provider knows them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Who it is there.</param>
/// <param name="Email">Null where the provider does not say.</param>
/// <param name="EmailIsVerified">True only where the provider says so.</param>
/// <param name="Name">Null where the provider does not say.</param>
/// <param name="Roles">The words of the role claim; empty where none is configured.</param>
public sealed record ExternalIdentity(string Issuer, string Subject, string? Email, bool EmailIsVerified, string? Name, IReadOnlyList<string> Roles);
