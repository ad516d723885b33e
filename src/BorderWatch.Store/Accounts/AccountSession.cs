namespace BorderWatch.Store.Accounts;

/// <summary>One browser in which somebody is signed in. The cookie names it; a request or a page without a standing session has no rights.</summary>
public sealed class AccountSession
{
    /// <summary>Random: the cookie carries it.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Whose.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The account's security stamp when it began; a new password or second factor changes the account's, and ends every session that has the old one.</summary>
    public required string Stamp { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC, to the minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>From which address it was begun.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>What the browser calls itself, at most 200 characters.</summary>
    public string? UserAgent { get; init; }
}
