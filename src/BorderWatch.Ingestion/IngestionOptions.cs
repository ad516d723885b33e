using BorderWatch.Ingestion.Fetching;

namespace BorderWatch.Ingestion;

/// <summary>How ingestion runs. Bound to the section "Ingestion"; its fetching to <c>Ingestion:Fetching</c>.</summary>
public sealed class IngestionOptions
{
    /// <summary>Whether this process polls the sources that are due; false in a process that only serves pages, or a test.</summary>
    public bool PollDueSources { get; set; } = true;

    /// <summary>Whether this process fetches what is asked for of sources' past; false in a process that only serves pages.</summary>
    public bool WorkOnBackfills { get; set; } = true;

    /// <summary>How often it is looked which sources are due.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many sources are polled at once.</summary>
    public int ParallelPolls { get; set; } = 2;

    /// <summary>Whether an article's page is fetched where its feed brings a teaser only.</summary>
    public bool FetchPages { get; set; } = true;

    /// <summary>How long the bytes of what was fetched are kept; zero keeps none.</summary>
    public TimeSpan KeepRawFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How feeds and pages are fetched.</summary>
    public FetchingOptions Fetching { get; } = new();
}
