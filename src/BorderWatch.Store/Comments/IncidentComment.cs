namespace BorderWatch.Store.Comments;

/// <summary>What an editor says to others of an incident: plain text, never altered. The incident's history holds its SHA-256.</summary>
public sealed class IncidentComment
{
    /// <summary>The longest, in UTF-16 code units.</summary>
    public const int Longest = 4000;

    /// <summary>UUIDv7, so in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of which incident it was said.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>Whose account; null where there are no accounts.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who, as history shows it.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As written; lines end with a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>When its author took it back, UTC; null while it stands. The text stays in the store and is shown to nobody.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Whom it names.</summary>
    public List<CommentMention> Mentions { get; } = [];
}

/// <summary>Somebody is named in a comment.</summary>
public sealed class CommentMention
{
    /// <summary>In which.</summary>
    public Guid CommentId { get; init; }

    /// <summary>Who.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The first UTF-16 code unit of the first place where they are named: the @.</summary>
    public int Start { get; init; }

    /// <summary>How long that is.</summary>
    public int Length { get; init; }

    /// <summary>When they put it aside, UTC; null while it lies on their desk.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
