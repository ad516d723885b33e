namespace BorderWatch.Store.Accounts;

/// <summary>That somebody known to an OpenID Connect provider is an account of ours. From then on the subject counts, whatever e-mail address it has.</summary>
public sealed class AccountLogin
{
    /// <summary>The longest issuer and subject, in characters (OpenID Connect allows subjects of 255).</summary>
    public const int Longest = 300;

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Who vouches: the provider's issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>Who it is there; never given to anybody else by that issuer.</summary>
    public required string Subject { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset LinkedAt { get; init; }
}
