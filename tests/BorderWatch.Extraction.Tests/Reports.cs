namespace BorderWatch.Extraction.Tests;

/// <summary>Short reports of our own, read by the real extractor with the real gazetteer.</summary>
internal static class Reports
{
    private static readonly IncidentExtractor Extractor = new();

    private static readonly DateTimeOffset Published = new(2025, 11, 21, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The incidents of a report that appeared on Friday, 21 November 2025.</summary>
    public static IReadOnlyList<ExtractedIncident> Incidents(string text, string? title = null, DateTimeOffset? published = null) =>
        Extractor.Extract(new ArticleText(text, title, published ?? Published)).Incidents;

    /// <summary>The only incident of a report.</summary>
    public static ExtractedIncident Only(string text, DateTimeOffset? published = null) => Assert.Single(Incidents(text, null, published));
}
