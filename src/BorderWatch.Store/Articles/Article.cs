namespace BorderWatch.Store.Articles;

/// <summary>One article of one outlet. Its text lives in its revisions.</summary>
public sealed class Article
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose article it is.</summary>
    public Guid SourceId { get; init; }

    /// <summary>The address without tracking parameters and fragment; null for pasted text. Unique within the source.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The identifier that the feed gave it; null where it gave none. Unique within the source.</summary>
    public string? FeedItemId { get; init; }

    /// <summary>When the outlet published it, as it says; null where it does not say.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When it first arrived here, UTC.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>What came of it.</summary>
    public ArticleOutcome Outcome { get; set; }

    /// <summary>Why nothing came of it, in words; null where something did.</summary>
    public string? OutcomeReason { get; set; }

    /// <summary>Where its newest text was taken from; null where none could be had, and for articles from before this was kept.</summary>
    public TextOrigin? TextFrom { get; set; }

    /// <summary>Why a better text could not be had ("the page …: the feed's teaser was taken"), in words; null where nothing was missing.</summary>
    public string? TextNote { get; set; }

    /// <summary>What extracted it last, with its version; null where nothing did.</summary>
    public string? Extractor { get; set; }

    /// <summary>When it was extracted last, UTC; null where it was not.</summary>
    public DateTimeOffset? ExtractedAt { get; set; }

    /// <summary>What its newest text was read from, or could not be read from; null where nothing was fetched, and once it is swept.</summary>
    public Guid? RawFetchId { get; set; }

    /// <summary>When it was last tried to have its text, UTC; null where the first arrival was the only time.</summary>
    public DateTimeOffset? LastTriedAt { get; set; }

    /// <summary>Its versions, the first first.</summary>
    public List<ArticleRevision> Revisions { get; } = [];
}

/// <summary>How far an article has come.</summary>
public enum ArticleOutcome
{
    /// <summary>Incidents were extracted.</summary>
    HasIncidents,

    /// <summary>It was read and reports none.</summary>
    NoIncident,

    /// <summary>It is in a language that the extractor does not read.</summary>
    OtherLanguage,

    /// <summary>Its text could not be had or read.</summary>
    Unreadable,
}
