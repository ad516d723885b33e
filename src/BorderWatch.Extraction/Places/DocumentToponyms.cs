namespace BorderWatch.Extraction.Places;

/// <summary>The toponyms of a document, in order and not overlapping.</summary>
/// <param name="Body">Offsets count in the body.</param>
/// <param name="Title">Offsets count in the headline.</param>
public sealed record DocumentToponyms(IReadOnlyList<Toponym> Body, IReadOnlyList<Toponym> Title)
{
    /// <summary>Where the report was filed, which need not be where anything happened; offsets count in the body. Null where the text does not say.</summary>
    public Toponym? Dateline { get; init; }
}
