namespace BorderWatch.Store.Desk;

/// <summary>Somebody has taken an incident to work on it. It keeps nobody out: it tells others, so that two do not do the same work.</summary>
public sealed class DeskHold
{
    /// <summary>A hold ends by itself so long after its holder's page was last there.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Which incident.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>Whose account; null where there are no accounts.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who, as history would show it.</summary>
    public required string Name { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>When the holder's page was last there, UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }
}
