using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>What an editor wants a field to be.</summary>
/// <param name="IncidentId">Of which incident.</param>
/// <param name="Field">Which field.</param>
/// <param name="Values">One value, for actors all of them; empty for "nothing is known".</param>
/// <param name="Quote">The words that it rests on; null where the editor quotes none.</param>
/// <param name="Reason">In the editor's words; null where none is given.</param>
/// <param name="Seen">The ruling that stood when the editor began; null where none did. Where another stands by now, nothing is changed and both are given back.</param>
public sealed record Correction(Guid IncidentId, ClaimField Field, IReadOnlyList<ClaimValue> Values, RulingQuote? Quote, string? Reason, Guid? Seen);

/// <summary>Words of an article.</summary>
/// <param name="ArticleRevisionId">The revision; an article that reports the incident.</param>
/// <param name="Start">First UTF-16 code unit in the text (or title), inclusive.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Words">Exactly what stands there.</param>
/// <param name="InTitle">True where it stands in the headline.</param>
public sealed record RulingQuote(Guid ArticleRevisionId, int Start, int End, string Words, bool InTitle);

/// <summary>What became of a correction.</summary>
/// <param name="Edited">Null where another editor was first.</param>
/// <param name="Theirs">What another editor ruled since: the caller shows both, and asks again with this one as seen. Null where the correction was carried out, and where theirs was withdrawn.</param>
public sealed record CorrectionOutcome(Edited? Edited, RulingView? Theirs);
