namespace BorderWatch.Extraction;

/// <summary>What one article says.</summary>
/// <param name="Language">The detected language, ISO 639-1; "und" where the text is too short to tell.</param>
/// <param name="Incidents">One for each distinct incident that the article reports, the one that it is about first; empty where it reports none.</param>
/// <param name="Reactions">Statements about the incidents (condemnations, demands, denials): context, never counted.</param>
/// <param name="Steps">How the extractor came to its values, sentence by sentence; empty unless asked for.</param>
public sealed record ExtractionResult(
    string Language,
    IReadOnlyList<ExtractedIncident> Incidents,
    IReadOnlyList<Reaction> Reactions,
    IReadOnlyList<ExtractionStep> Steps);

/// <summary>A statement about an incident that is not an incident itself.</summary>
/// <param name="Speaker">Who spoke, as the text names them; null where it does not.</param>
/// <param name="Quote">The sentence and where it stands.</param>
public sealed record Reaction(string? Speaker, Evidence Quote);

/// <summary>One step of the explanation: a rule that fired on a span of text.</summary>
/// <param name="Rule">The rule's name, for example <c>casualties.killed.passive</c>.</param>
/// <param name="Value">What the rule concluded, in words.</param>
/// <param name="Span">The words that it fired on.</param>
public sealed record ExtractionStep(string Rule, string Value, Evidence Span);
