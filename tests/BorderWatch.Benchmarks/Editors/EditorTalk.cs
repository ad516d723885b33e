using BorderWatch.Store.Incidents;

namespace BorderWatch.Benchmarks.Editors;

/// <summary>What an editor asks the server.</summary>
/// <param name="Do">"look", "correct" or "review".</param>
/// <param name="Editor">Who, as the history is to show it.</param>
/// <param name="Incident">Which incident.</param>
/// <param name="Field">Which field is looked at or corrected.</param>
/// <param name="Number">What is ruled: so many people.</param>
/// <param name="Token">Stands as the reason, and finds the ruling and its revision again.</param>
/// <param name="Seen">The ruling that the editor saw; null where none stood.</param>
/// <param name="Status">The status that the editor saw.</param>
internal sealed record Ask(string Do, string Editor, Guid Incident, ClaimField Field, int Number, string Token, Guid? Seen, IncidentStatus Status);

/// <summary>What the server answers. An answer with an edit is an acknowledgement: it was committed.</summary>
/// <param name="Edit">What was carried out; null where nothing was.</param>
/// <param name="Standing">The ruling that stands on the field, where it was looked at or another was first.</param>
/// <param name="Status">The incident's status, where it was looked at.</param>
/// <param name="Error">Why nothing was carried out.</param>
internal sealed record Answer(Guid? Edit, Guid? Standing, IncidentStatus Status, string? Error);

/// <summary>Something that the server said it had carried out.</summary>
internal sealed record Acknowledged(string Token, Guid Edit, Guid Incident, ClaimField? Field, int Number);
