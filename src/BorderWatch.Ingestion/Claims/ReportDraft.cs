using BorderWatch.Extraction;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>An extracted incident as claims, before it is known which incident of the store it tells of.</summary>
/// <param name="Ordinal">Its place among the article's incidents, from 0.</param>
/// <param name="Title">One line.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Claims">What it says, each claim's quote checked against the text; in the order of the text, the headline first.</param>
/// <param name="Voided">Evidence whose quote does not stand where it says: a fault of the extractor, whose value is not stored.</param>
public sealed record ReportDraft(
    int Ordinal, string Title, double Confidence, IReadOnlyList<DraftClaim> Claims, IReadOnlyList<Evidence> Voided)
{
    /// <summary>0 to 1: what the rules alone gave; null where nothing that was learnt lowered it.</summary>
    public double? RulesConfidence { get; init; }

    /// <summary>0 to 1: how likely the classifier found it that this is an incident; null where none was asked.</summary>
    public double? IncidentLikelihood { get; init; }

    /// <summary>The kind that the report claims; null where none of its evidence holds, and then there is no incident.</summary>
    public ClaimValue.Kind? Kind => Claims.Select(c => c.Value).OfType<ClaimValue.Kind>().FirstOrDefault();
}

/// <summary>A claim that belongs to no report yet.</summary>
public sealed record DraftClaim(ClaimField Field, ClaimValue Value, string Quote, int Start, int End, bool InTitle)
{
    /// <summary>True where something that was learnt from editors made it another than the rules say.</summary>
    public bool IsLearnt { get; init; }
}
