namespace BorderWatch.Store.Alerts;

/// <summary>That a rule fired. Never changed: it tells the incidents as they were at that moment.</summary>
public sealed class AlertNotice
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The rule.</summary>
    public Guid RuleId { get; init; }

    /// <summary>What it fired for; unique for the rule.</summary>
    public required string Key { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>In a line what was counted.</summary>
    public required string Headline { get; init; }

    /// <summary>The incidents, as <see cref="NoticeContent"/> in JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>An incident that a rule has told of: it tells none twice.</summary>
public sealed class AlertedIncident
{
    /// <summary>The rule.</summary>
    public Guid RuleId { get; init; }

    /// <summary>The incident.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>The notice that tells of it.</summary>
    public Guid NoticeId { get; init; }
}
