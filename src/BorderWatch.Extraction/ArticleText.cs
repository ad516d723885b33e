using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction;

/// <summary>What the extractor reads: one article as plain text, and what is known of its publication.</summary>
/// <param name="Text">The body. Boilerplate (bylines, datelines, "The post … appeared first on …") may still be in it.</param>
/// <param name="Title">The headline; null where there is none.</param>
/// <param name="PublishedAt">When it was published, in the outlet's own offset: the anchor of "on Friday" and "last month". Null where it is not known.</param>
/// <param name="Source">The outlet's name; null where it is not known. It is never taken as an actor.</param>
/// <param name="CountryHint">The outlet's home country, ISO 3166-1 alpha-2; a weak prior for ambiguous place names, never a place itself.</param>
public sealed record ArticleText(
    string Text,
    string? Title = null,
    DateTimeOffset? PublishedAt = null,
    string? Source = null,
    string? CountryHint = null)
{
    /// <summary>
    /// Which place a name usually means in this outlet; empty where nobody has said. Chooses among the places that bear the name, and yields to words
    /// of the text that say in which province or country it is.
    /// </summary>
    public IReadOnlyList<PlacePreference> PlacePreferences { get; init; } = [];
}
