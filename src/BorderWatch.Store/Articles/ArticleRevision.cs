namespace BorderWatch.Store.Articles;

/// <summary>An article's text as it stood when it was fetched. Never changed; an edited article gets another one.</summary>
public sealed class ArticleRevision
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose revision it is.</summary>
    public Guid ArticleId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>The headline; empty where there is none.</summary>
    public required string Title { get; init; }

    /// <summary>The body as plain text, paragraphs separated by a blank line. Quotes' offsets count in it, in UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The detected language, ISO 639-1, or "und".</summary>
    public required string Language { get; init; }

    /// <summary>The byline; null where there is none.</summary>
    public string? Author { get; init; }

    /// <summary>SHA-256 of title and text: the same words give the same value.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>When it arrived, UTC.</summary>
    public DateTimeOffset FetchedAt { get; init; }
}
