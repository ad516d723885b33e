namespace BorderWatch.Extraction.Places;

/// <summary>The toponyms of a document, in order and not overlapping.</summary>
/// <param name="Body">Offsets count in the body.</param>
/// <param name="Title">Offsets count in the headline.</param>
public sealed record DocumentToponyms(IReadOnlyList<Toponym> Body, IReadOnlyList<Toponym> Title);
