namespace BorderWatch.Extraction.Events;

/// <summary>An event type and sub-event type, spelt as in ACLED's codebook (2023 onward).</summary>
/// <param name="Type">For example <c>Explosions/Remote violence</c>.</param>
/// <param name="SubType">For example <c>Air/drone strike</c>.</param>
public readonly record struct EventKind(string Type, string SubType);
