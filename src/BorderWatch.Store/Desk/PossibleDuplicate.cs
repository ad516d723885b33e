namespace BorderWatch.Store.Desk;

/// <summary>Two incidents that are alike, but not so much that the machine puts them together. An editor decides.</summary>
public sealed class PossibleDuplicate
{
    /// <summary>The incident with the lower id.</summary>
    public Guid FirstId { get; init; }

    /// <summary>The incident with the higher id.</summary>
    public Guid SecondId { get; init; }

    /// <summary>0 to 1: how well their reports fit one incident.</summary>
    public double Score { get; set; }

    /// <summary>What speaks for and against, in words.</summary>
    public required string Reason { get; set; }

    /// <summary>When it was last computed, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When an editor said that they are two, UTC; null while nobody has.</summary>
    public DateTimeOffset? PartedAt { get; set; }
}
