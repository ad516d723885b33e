namespace BorderWatch.Store.Tokens;

/// <summary>What a program shows instead of signing in. Its secret is shown to its owner once and kept nowhere; here is what recognises it.</summary>
public sealed class ApiToken
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>UUIDv7, so in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>What its owner calls it; unique among the owner's standing tokens.</summary>
    public required string Name { get; init; }

    /// <summary>How it begins, so that its owner knows which it is: <c>bwt_</c> and six characters of the secret.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>What it is for.</summary>
    public TokenScopes Scopes { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused, UTC; null where it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last shown and taken, UTC, to the minute; null before the first time.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>From which address then; null where that was not known.</summary>
    public string? LastUsedFrom { get; set; }

    /// <summary>When it was revoked, UTC; null while it stands. It stays, so that a program which still shows it is told why it is refused.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
