namespace BorderWatch.Store.Briefs;

/// <summary>What a manager prints of a region and period. Its figures are those of the moment at which it was made; corrections that come later do not change it.</summary>
public sealed class Brief
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region; null where it has been deleted since.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly To { get; init; }

    /// <summary>How far it has come.</summary>
    public BriefStatus Status { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The schedule that made it; null where a person did, or the schedule has been removed since.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>Since when it was due, UTC; null where a person made it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How many briefs of the schedule fell due before this one and were not made.</summary>
    public int Skipped { get; init; }

    /// <summary>The first day of these; they end where this brief begins. Null where there are none.</summary>
    public DateOnly? SkippedFrom { get; init; }

    /// <summary>Its versions, the first first.</summary>
    public List<BriefVersion> Versions { get; } = [];

    /// <summary>PostgreSQL's <c>xmin</c>: the concurrency token.</summary>
    public uint Version { get; private set; }
}

/// <summary>A brief as somebody saved it; never changed.</summary>
public sealed class BriefVersion
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The brief.</summary>
    public Guid BriefId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>Its headline.</summary>
    public required string Title { get; init; }

    /// <summary>What the author makes of the figures; empty until somebody writes it.</summary>
    public string Assessment { get; init; } = "";

    /// <summary>What the author expects; empty until somebody writes it.</summary>
    public string Outlook { get; init; } = "";

    /// <summary>The figures, as <see cref="BriefContent"/> in JSON.</summary>
    public required string Content { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public required string SavedBy { get; init; }
}

/// <summary>How far a brief has come.</summary>
public enum BriefStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Somebody who may has agreed to it. A new version makes it a draft again.</summary>
    Approved,
}
