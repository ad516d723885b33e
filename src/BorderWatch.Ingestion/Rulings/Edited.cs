namespace BorderWatch.Ingestion.Rulings;

/// <summary>A command that was carried out.</summary>
/// <param name="EditId">What undoes it.</param>
/// <param name="Action">What was done, in words: "confirmed", "corrected killed".</param>
/// <param name="Incidents">The incidents that it changed.</param>
public sealed record Edited(Guid EditId, string Action, IReadOnlyList<Guid> Incidents);
