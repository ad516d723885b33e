using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Opinions;

/// <summary>Reads what models say beside the extractor.</summary>
public interface IOpinionQuery
{
    /// <summary>What models read of the incident's standing reports; none where no model was asked, or none told of it.</summary>
    Task<IReadOnlyList<OpinionLine>> OfIncidentAsync(Guid incident, CancellationToken cancellation);

    /// <summary>The opinion on an article's newest revision, with its claims in the order of the text; null where nobody asked for one.</summary>
    Task<SecondOpinion?> OfArticleAsync(Guid article, CancellationToken cancellation);

    /// <summary>What was asked and answered since a moment, and what today is charged with.</summary>
    Task<OpinionSummary> SummaryAsync(DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>One value of a model beside a report.</summary>
/// <param name="Claim">The value with its words; <see cref="ClaimView.Extractor"/> names the model.</param>
/// <param name="ReportId">The report that tells of the same incident.</param>
/// <param name="RevisionId">The revision that is quoted.</param>
/// <param name="Verdict">How it stands to what the extractor read there.</param>
public sealed record OpinionLine(ClaimView Claim, Guid ReportId, Guid RevisionId, OpinionVerdict Verdict);

/// <summary>What has been asked of the model, and what it took.</summary>
/// <param name="Calls">How often it was asked since the moment.</param>
/// <param name="Answered">To how many of these calls an answer came that could be read.</param>
/// <param name="Kept">Values whose quotes hold, of the opinions answered since the moment.</param>
/// <param name="Dropped">Values that were dropped, of the same.</param>
/// <param name="Tokens">Tokens charged since the moment.</param>
/// <param name="Cost">What was charged since the moment, in the configured currency.</param>
/// <param name="TokensToday">Tokens charged to today, UTC.</param>
/// <param name="CostToday">What is charged to today, UTC.</param>
/// <param name="Waiting">Opinions that are still to be asked for.</param>
/// <param name="Failed">Opinions asked for since the moment that were given up.</param>
/// <param name="LastError">What the last call that failed came to; null where none failed since the moment.</param>
/// <param name="LastErrorAt">When that was, UTC.</param>
/// <param name="RestUntil">Until when the endpoint is left alone; null where it is not.</param>
public sealed record OpinionSummary(
    int Calls, int Answered, int Kept, int Dropped, long Tokens, decimal Cost, long TokensToday, decimal CostToday, int Waiting, int Failed,
    string? LastError, DateTimeOffset? LastErrorAt, DateTimeOffset? RestUntil);
