namespace BorderWatch.Store.Desk;

/// <summary>A page that shows an incident to somebody who may rule on it. It says again and again that it is there; in silence it is forgotten.</summary>
public sealed class IncidentVisit
{
    /// <summary>A page that was not heard of for so long is gone.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>The page: random, known to it alone.</summary>
    public Guid Id { get; init; }

    /// <summary>What it shows.</summary>
    public Guid IncidentId { get; set; }

    /// <summary>Whose account; null where there are no accounts.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who, as history would show it.</summary>
    public required string Name { get; init; }

    /// <summary>True while a correction is being made there.</summary>
    public bool IsEditing { get; set; }

    /// <summary>When it was last heard of, UTC.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
