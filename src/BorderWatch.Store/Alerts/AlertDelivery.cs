namespace BorderWatch.Store.Alerts;

/// <summary>A mail or webhook that is to leave: written with its notice or brief in one transaction, leased by whichever process sends it.</summary>
public sealed class AlertDelivery
{
    /// <summary>UUIDv7. The same over all attempts: receivers know by it what they have already.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The rule whose notices it tells; null where it is of a brief.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>The brief that it brings, or tells of; null where it is of a rule.</summary>
    public Guid? BriefId { get; init; }

    /// <summary>The brief's version; null where it is of a rule.</summary>
    public int? BriefVersion { get; init; }

    /// <summary>Whether the brief's Word document goes with it.</summary>
    public bool AttachesWord { get; init; }

    /// <summary>By which way.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>To whom: a mail address; empty for a webhook, which goes where the rule says at that moment.</summary>
    public required string Target { get; init; }

    /// <summary>What it is: one notice, a day's digest, or a test; unique for the rule, channel and target. A brief's version, or that its draft waits; unique for the brief and target.</summary>
    public required string Key { get; init; }

    /// <summary>What it tells; empty for a test. Fixed with the first attempt.</summary>
    public List<Guid> NoticeIds { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, UTC.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was tried first, UTC; null before.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>Until when a process has it, UTC; null where none has. One that died leaves it to the others then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Which lease; a process that was too slow no longer has the one that it took.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When it was sent, or given up, UTC; null while it is pending.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One attempt at a delivery: a line of the rule's or brief's log.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The delivery.</summary>
    public Guid DeliveryId { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True where the receiver took it.</summary>
    public bool Succeeded { get; init; }

    /// <summary>What came of it, in a sentence.</summary>
    public required string Outcome { get; init; }
}

/// <summary>A way out.</summary>
public enum AlertChannel
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>A signed request to somebody's server.</summary>
    Webhook,
}

/// <summary>How far a delivery has come.</summary>
public enum DeliveryStatus
{
    /// <summary>To be tried, or tried again.</summary>
    Pending,

    /// <summary>The receiver took it.</summary>
    Sent,

    /// <summary>Tried for too long, or refused for good.</summary>
    GivenUp,

    /// <summary>No longer wanted: the way was switched off, the owner may no longer, or the draft is none any more.</summary>
    Dropped,
}
