using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>A report that stands, as the rules of derivation read it.</summary>
/// <param name="Id">The report.</param>
/// <param name="SourceId">The outlet: of one outlet's several reports the newest counts.</param>
/// <param name="At">When it was published, or arrived where the outlet does not say.</param>
/// <param name="Title">One line.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Claims">What it says.</param>
public sealed record StandingReport(
    Guid Id, Guid SourceId, DateTimeOffset At, string Title, double Confidence, IReadOnlyList<(ClaimField Field, ClaimValue Value)> Claims)
{
    /// <summary>The values that the report claims for a field, each once, in the order of the text.</summary>
    public IEnumerable<T> Values<T>(ClaimField field) where T : ClaimValue =>
        Claims.Where(c => c.Field == field).Select(c => c.Value).OfType<T>().Distinct();
}
