namespace BorderWatch.Store.Tags;

/// <summary>A word that editors put on incidents.</summary>
public sealed class Tag
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The word; unique without regard to case.</summary>
    public required string Name { get; set; }
}
