namespace BorderWatch.Store.History;

/// <summary>One change of one thing: who, when, what, from, to. Written in the transaction that makes the change, never altered.</summary>
public sealed class Revision
{
    /// <summary>UUIDv7, so in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What kind of thing: "incident", "source", "region".</summary>
    public required string SubjectType { get; init; }

    /// <summary>Which one.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who: "pipeline", or an account's name.</summary>
    public required string By { get; init; }

    /// <summary>What was done, in words: "created from a report of …", "joined by a report of …".</summary>
    public required string Action { get; init; }

    /// <summary>Why, in the words of who did it; null where none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>The editor's command that it is part of; null where it was none.</summary>
    public Guid? EditId { get; init; }

    /// <summary>The fields that changed as a JSON object, each with <c>from</c> and <c>to</c>.</summary>
    public required string Changes { get; init; }
}
