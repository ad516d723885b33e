namespace BorderWatch.Ingestion.Matching;

/// <summary>A report among those of its neighbourhood.</summary>
/// <param name="Id">The report.</param>
/// <param name="ArticleId">Its article.</param>
/// <param name="IncidentId">The incident that it is of now; null for one that arrives.</param>
/// <param name="Sketch">What is compared.</param>
/// <param name="IsMain">True where it is what its article is about.</param>
/// <param name="IsEarlierRevision">True where an earlier revision of the arriving article tells it.</param>
/// <param name="StaysWith">The incident that it may not leave, because an editor has spoken of it; null where it may.</param>
internal sealed record PlacedReport(Guid Id, Guid ArticleId, Guid? IncidentId, ReportSketch Sketch, bool IsMain, bool IsEarlierRevision, Guid? StaysWith)
{
    // What a report's words gain towards the incident that the article told of before it was edited.
    private const double SameArticle = 3;

    /// <summary>What speaks for two reports beside what they say.</summary>
    public static double Bonus(PlacedReport a, PlacedReport b) =>
        a.ArticleId == b.ArticleId && (a.IsEarlierRevision || b.IsEarlierRevision) ? SameArticle : 0;

    /// <summary>False for what one article tells as two, and for incidents that editors have kept apart.</summary>
    public static bool MayBeOne(PlacedReport a, PlacedReport b) =>
        (a.ArticleId != b.ArticleId || a.IsEarlierRevision || b.IsEarlierRevision)
        && (a.StaysWith is null || b.StaysWith is null || a.StaysWith == b.StaysWith);
}
