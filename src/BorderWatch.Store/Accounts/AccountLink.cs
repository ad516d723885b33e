namespace BorderWatch.Store.Accounts;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Makes the administrator of an installation that has no account.</summary>
    FirstAdministrator,

    /// <summary>Makes an account of the name, address and role that the invitation says.</summary>
    Invitation,

    /// <summary>Gives an account a new password.</summary>
    PasswordReset,
}

/// <summary>A link that works once. The database keeps a hash of its secret: who reads the table cannot use it.</summary>
public sealed class AccountLink
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for.</summary>
    public LinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Whose password it resets; null for other purposes.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The invited one's name; null for other purposes.</summary>
    public string? Name { get; init; }

    /// <summary>The invited one's e-mail address; null for other purposes.</summary>
    public string? Email { get; init; }

    /// <summary>The invited one's role.</summary>
    public Role Role { get; init; }

    /// <summary>Who made it; the program's own name for the first administrator's.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; null where it only ends by being used or replaced.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
