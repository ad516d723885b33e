namespace BorderWatch.Store.Tags;

/// <summary>A word that editors put on incidents. Anybody who rules may begin one; who manages tags gives it a group, a colour and synonyms.</summary>
public sealed class Tag
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The word; unique without regard to case.</summary>
    public required string Name { get; set; }

    /// <summary>What it stands among, "Terrain"; null for a free tag.</summary>
    public string? Group { get; set; }

    /// <summary>How it is drawn; null for plain.</summary>
    public TagColour? Colour { get; set; }

    /// <summary>Since when it is not put on any more, UTC; null while it is. Where it is already, it stays.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>The tag that took its place, which has none of its own; null for a tag that stands. Its name leads there.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Other words for it.</summary>
    public List<TagSynonym> Synonyms { get; } = [];
}

/// <summary>Another word for a tag: who types it gets the tag.</summary>
public sealed class TagSynonym
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid TagId { get; init; }

    /// <summary>The word; unique without regard to case, and no tag's name.</summary>
    public required string Name { get; init; }
}
