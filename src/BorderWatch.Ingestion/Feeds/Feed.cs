namespace BorderWatch.Ingestion.Feeds;

/// <summary>A feed as its outlet wrote it, whatever the format.</summary>
/// <param name="Format">What it is, in words: "RSS 2.0", "Atom 1.0", "JSON Feed".</param>
/// <param name="Title">The feed's name as plain text; null where it has none.</param>
/// <param name="Link">The site's address, absolute where a base is known; null where it has none.</param>
/// <param name="Items">In the order of the feed.</param>
/// <param name="Faults">What was malformed and read over, in words; empty for a well-formed feed.</param>
public sealed record Feed(string Format, string? Title, string? Link, IReadOnlyList<FeedItem> Items, IReadOnlyList<string> Faults);

/// <summary>One entry of a feed.</summary>
/// <param name="Title">The headline as plain text; null where there is none.</param>
/// <param name="Link">The article's address, absolute where a base is known; null where there is none.</param>
/// <param name="Guid">The identifier that the feed gives it; null where it gives none.</param>
/// <param name="PublishedAt">When it was published, in the outlet's own offset; null where the feed does not say.</param>
/// <param name="UpdatedAt">When it was last changed; null where the feed does not say.</param>
/// <param name="Summary">The teaser as HTML; null where there is none.</param>
/// <param name="Content">The whole text as HTML; null where the feed brings teasers only.</param>
/// <param name="Author">The byline as plain text; null where there is none.</param>
public sealed record FeedItem(
    string? Title, string? Link, string? Guid, DateTimeOffset? PublishedAt, DateTimeOffset? UpdatedAt,
    string? Summary, string? Content, string? Author);

/// <summary>Either a feed or the reason why there is none; exactly one of the two is null.</summary>
/// <param name="Feed">What was read.</param>
/// <param name="Error">What the bytes are instead, and what to do.</param>
public sealed record FeedReading(Feed? Feed, string? Error)
{
    /// <summary>A reading that failed.</summary>
    public static FeedReading Failed(string error) => new(null, error);

    /// <summary>A reading that succeeded.</summary>
    public static FeedReading Of(Feed feed) => new(feed, null);
}
