namespace BorderWatch.Store.Backfills;

/// <summary>Taking in what a source has published in the past. Its pages are its items, so that it can be paused and taken up again.</summary>
public sealed class Backfill
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose articles they are.</summary>
    public Guid SourceId { get; init; }

    /// <summary>Where they come from.</summary>
    public BackfillKind Kind { get; init; }

    /// <summary>The outlet's site for site maps, else the full path of the folder or file.</summary>
    public required string Location { get; init; }

    /// <summary>Only what was published on this day (UTC) or later; null without a limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only what was published on this day (UTC) or earlier; null without a limit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How it stands.</summary>
    public BackfillState State { get; set; } = BackfillState.Running;

    /// <summary>Who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When its items were all known, UTC; null before.</summary>
    public DateTimeOffset? ListedAt { get; set; }

    /// <summary>When it came to its end, UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What is to be known of it, in words: why it failed, or what of the site could not be listed; null where nothing is.</summary>
    public string? Note { get; set; }
}

/// <summary>Where a backfill's articles come from.</summary>
public enum BackfillKind
{
    /// <summary>The pages that the outlet's site maps list.</summary>
    SiteMaps,

    /// <summary>A folder of HTML and text files.</summary>
    Folder,

    /// <summary>A file of web captures (WARC, ISO 28500).</summary>
    WebArchive,
}

/// <summary>How a backfill stands.</summary>
public enum BackfillState
{
    /// <summary>It is worked on, or waits for a process that does.</summary>
    Running,

    /// <summary>Somebody has stopped it; it can be taken up again.</summary>
    Paused,

    /// <summary>All its items are dealt with.</summary>
    Finished,

    /// <summary>It cannot be done; <see cref="Backfill.Note"/> says why.</summary>
    Failed,
}

/// <summary>A page or file of a backfill.</summary>
public sealed class BackfillItem
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The backfill.</summary>
    public Guid BackfillId { get; init; }

    /// <summary>Its address, or its path within the folder; unique within the backfill.</summary>
    public required string Address { get; init; }

    /// <summary>When it was published, as far as could be told before it was read; null where it could not.</summary>
    public DateTimeOffset? DatedAt { get; init; }

    /// <summary>What came of it.</summary>
    public BackfillOutcome Outcome { get; set; }

    /// <summary>Why it was not taken in, in words; null where it was.</summary>
    public string? Note { get; set; }

    /// <summary>The article; null where there is none.</summary>
    public Guid? ArticleId { get; set; }
}

/// <summary>What came of an item.</summary>
public enum BackfillOutcome
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It was taken in.</summary>
    Taken,

    /// <summary>It was here already.</summary>
    Known,

    /// <summary>It was published outside the period.</summary>
    Outside,

    /// <summary>It could not be had, read or dated.</summary>
    Failed,
}
