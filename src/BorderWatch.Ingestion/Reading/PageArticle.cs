namespace BorderWatch.Ingestion.Reading;

/// <summary>An article as its page gives it.</summary>
/// <param name="Title">The headline as plain text; empty where there is none.</param>
/// <param name="Text">The body as plain text, paragraphs separated by a blank line; empty where none was found.</param>
/// <param name="PublishedAt">When it was published, in the outlet's own offset; null where the page does not say.</param>
/// <param name="Author">The byline; null where there is none.</param>
/// <param name="SiteName">The outlet's name; null where the page does not say.</param>
/// <param name="Language">ISO 639-1, as the page declares it; null where it does not.</param>
/// <param name="CanonicalUrl">The address that the page gives itself, absolute; null where it gives none.</param>
public sealed record PageArticle(
    string Title, string Text, DateTimeOffset? PublishedAt, string? Author, string? SiteName, string? Language, string? CanonicalUrl)
{
    /// <summary>True where the page says that it shows its whole text to subscribers only.</summary>
    public bool IsForSubscribers { get; init; }

    /// <summary>The entries of a live blog, as the page's JSON-LD gives them; empty for an article.</summary>
    public IReadOnlyList<LiveEntry> Entries { get; init; } = [];
}

/// <summary>An entry of a live blog.</summary>
/// <param name="Url">Its own address, absolute, often the blog's with a fragment; null where it has none.</param>
/// <param name="Title">Its headline; empty where it has none.</param>
/// <param name="Text">Its text, paragraphs separated by a blank line.</param>
/// <param name="PublishedAt">When it was written.</param>
public sealed record LiveEntry(string? Url, string Title, string Text, DateTimeOffset PublishedAt);
