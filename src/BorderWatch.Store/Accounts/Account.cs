using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Store.Accounts;

/// <summary>
/// A person who may sign in. Their e-mail address is what they sign in with (nothing is sent there but alerts that they ask for); their name stands in the history,
/// so no two accounts ever have the same, and a removed account keeps its own.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>A new account: UUIDv7, in the order of time.</summary>
    public Account() => (Id, SecurityStamp) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));

    /// <summary>As history shows it; unique without regard to case.</summary>
    public required string Name { get; set; }

    /// <summary>What it may do.</summary>
    public Role Role { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; null before the first time.</summary>
    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Since when an administrator has locked it, UTC; null where none has. Failed attempts lock by <c>LockoutEnd</c>.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>When it was removed, UTC. What it signed in with is gone then; the name stays, for the history.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The time step (30 seconds since 1970) of the last code of the authenticator app that was taken: none counts twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>As <see cref="ReaderSettings.Language"/>.</summary>
    public string? Language { get; set; }

    /// <summary>As <see cref="ReaderSettings.TimeZone"/>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>As <see cref="ReaderSettings.Dates"/>.</summary>
    public DateForm? Dates { get; set; }
}
