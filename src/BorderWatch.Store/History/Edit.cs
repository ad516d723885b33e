namespace BorderWatch.Store.History;

/// <summary>One command of an editor, on one incident or many, with what it takes to undo it. Its revisions name it.</summary>
public sealed class Edit
{
    /// <summary>UUIDv7, so in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who, as history shows it.</summary>
    public required string By { get; init; }

    /// <summary>Whose account; null where there are no accounts.</summary>
    public Guid? ById { get; init; }

    /// <summary>What was done, in words: "confirmed", "corrected killed".</summary>
    public required string Action { get; init; }

    /// <summary>What was done, step by step: a JSON array of <see cref="EditStep"/>s.</summary>
    public required string Steps { get; init; }

    /// <summary>The edit that this one takes back; null where it takes back none.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>When it was taken back, UTC; null while it has not been.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
