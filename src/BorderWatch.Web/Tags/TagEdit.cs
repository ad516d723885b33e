using BorderWatch.Store.Tags;

namespace BorderWatch.Web.Tags;

/// <summary>A tag while it is typed.</summary>
public sealed class TagEdit
{
    /// <summary>The tag; null for a new one.</summary>
    public Guid? Id { get; private init; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Empty for a free tag.</summary>
    public string Group { get; set; } = "";

    /// <summary>Null for plain.</summary>
    public TagColour? Colour { get; set; }

    /// <summary>Separated by commas.</summary>
    public string Synonyms { get; set; } = "";

    /// <summary>As a tag is now.</summary>
    public static TagEdit Of(TagRow? row) => row is null
        ? new()
        : new()
        {
            Id = row.Id,
            Name = row.Name,
            Group = row.Group ?? "",
            Colour = row.Colour,
            Synonyms = string.Join(", ", row.Synonyms),
        };

    /// <summary>What is to be saved.</summary>
    public TagDraft Draft => new(Name, Group, Colour, Synonyms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
