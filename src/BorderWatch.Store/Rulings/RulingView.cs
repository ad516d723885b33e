using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Rulings;

/// <summary>A ruling, its values typed.</summary>
/// <param name="Id">The ruling; a correction names the one that its editor has seen.</param>
/// <param name="Field">Which field.</param>
/// <param name="Values">What was decided; empty for "nothing is known".</param>
/// <param name="Quote">The words that it rests on; null where none are quoted.</param>
/// <param name="ArticleRevisionId">Where they stand; null without a quote.</param>
/// <param name="Reason">Null where none was given.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsChallenged">True where a report contradicts it with what was not known when it was made.</param>
/// <param name="ChallengedByReportId">That report; null where none does.</param>
public sealed record RulingView(
    Guid Id, ClaimField Field, IReadOnlyList<ClaimValue> Values, string? Quote, Guid? ArticleRevisionId, string? Reason, string By, DateTimeOffset At,
    bool IsChallenged, Guid? ChallengedByReportId)
{
    /// <summary>As it is shown.</summary>
    public static RulingView Of(Ruling ruling) => new(
        ruling.Id, ruling.Field, RuledValues.Parse(ruling.Values), ruling.Quote, ruling.ArticleRevisionId, ruling.Reason, ruling.By, ruling.At,
        ruling.ChallengedAt is not null, ruling.ChallengedByReportId);
}
