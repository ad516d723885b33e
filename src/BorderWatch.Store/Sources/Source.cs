namespace BorderWatch.Store.Sources;

/// <summary>Where articles come from: an outlet's feed, an editor's hand, or another project's dataset.</summary>
public sealed class Source
{
    /// <summary>The source that pasted addresses and texts belong to; every store has it.</summary>
    public static readonly Guid PastedId = new("01900000-0000-7000-8000-000000000001");

    /// <summary>The name of that source.</summary>
    public const string PastedName = "Pasted";

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The outlet's name as readers know it; unique.</summary>
    public required string Name { get; set; }

    /// <summary>How its articles arrive.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>The feed's address: http, https, or a file's path; null for a source without a feed. Unique.</summary>
    public string? FeedUrl { get; set; }

    /// <summary>The outlet's home country, ISO 3166-1 alpha-2; a weak prior for place names. Null where it has none.</summary>
    public string? CountryCode { get; set; }

    /// <summary>True for an invented outlet of the demo data; every page that shows it says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether the scheduler polls it.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How long between two polls.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How far an editor trusts the outlet, by the Admiralty code's letter; null where nobody has said.</summary>
    public SourceReliability? Reliability { get; set; }

    /// <summary>The feed's entity tag at the last successful poll; null where the server sent none.</summary>
    public string? ETag { get; set; }

    /// <summary>The feed's Last-Modified at the last successful poll, as sent; null where the server sent none.</summary>
    public string? LastModified { get; set; }

    /// <summary>When it was last asked, UTC; null before the first poll.</summary>
    public DateTimeOffset? LastPolledAt { get; set; }

    /// <summary>When it last answered well, UTC; null where it never did.</summary>
    public DateTimeOffset? LastSucceededAt { get; set; }

    /// <summary>What went wrong at the last poll, in words that say what to do; null where it went well.</summary>
    public string? LastError { get; set; }

    /// <summary>How many polls in a row have failed.</summary>
    public int ConsecutiveFailures { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>PostgreSQL's <c>xmin</c>: the concurrency token.</summary>
    public uint Version { get; private set; }
}

/// <summary>How a source's articles arrive.</summary>
public enum SourceKind
{
    /// <summary>From an RSS, Atom or JSON feed.</summary>
    Feed,

    /// <summary>From addresses and texts that people paste.</summary>
    Pasted,

    /// <summary>From the records of another project's dataset: their values are taken over, not extracted.</summary>
    Dataset,
}
