using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Reprocessing;

/// <summary>What an article says otherwise than it did.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Source">Its outlet.</param>
/// <param name="Headline">Its headline; empty where it has none.</param>
/// <param name="Reports">Its reports that differ; empty where none does.</param>
/// <param name="Done">How many articles have been run over, this one included.</param>
/// <param name="Total">Of how many.</param>
public sealed record ArticleDifference(Guid ArticleId, string Source, string Headline, IReadOnlyList<ReportDifference> Reports, int Done, int Total);

/// <summary>A report that appears, vanishes or changes.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Title">The incident in a line, as it is told now; for one that vanishes, as it was told.</param>
/// <param name="IncidentId">The incident that it belongs to; null for one that appears.</param>
/// <param name="Values">What it says otherwise.</param>
public sealed record ReportDifference(DifferenceKind Kind, string Title, Guid? IncidentId, IReadOnlyList<ValueDifference> Values);

/// <summary>A field that is told otherwise.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">What was told; empty where nothing was.</param>
/// <param name="Now">What is told; empty where nothing is.</param>
public sealed record ValueDifference(ClaimField Field, IReadOnlyList<ClaimValue> Before, IReadOnlyList<ClaimValue> Now);

/// <summary>How a report differs.</summary>
public enum DifferenceKind
{
    /// <summary>It was not told.</summary>
    Appears,

    /// <summary>It is not told any more.</summary>
    Vanishes,

    /// <summary>Some of its values or their words are others.</summary>
    Changes,
}
