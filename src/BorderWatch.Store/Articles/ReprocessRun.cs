namespace BorderWatch.Store.Articles;

/// <summary>How far the extractor has been run over stored articles, so that a run that was broken off can be taken up again.</summary>
public sealed class ReprocessRun
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Only this source's articles; null for all.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>Published on this day (UTC) or later; null without a limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day (UTC) or earlier; null without a limit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What extracts, with its version.</summary>
    public required string Extractor { get; init; }

    /// <summary>Who runs it.</summary>
    public required string By { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The last article that is done; null before the first. Articles are taken in the order of their ids.</summary>
    public Guid? LastArticleId { get; set; }

    /// <summary>How many articles are done.</summary>
    public int Done { get; set; }

    /// <summary>How many of them were changed.</summary>
    public int Changed { get; set; }

    /// <summary>When it came to its end, UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
