namespace BorderWatch.Ingestion.Reading;

/// <summary>A paragraph of a page.</summary>
/// <param name="Text">Its words, spaces single.</param>
/// <param name="Linked">How many of its characters are links' words.</param>
/// <param name="Block">The element that it ends with: <c>p</c>, <c>li</c>, <c>h2</c> …</param>
internal sealed record Paragraph(string Text, int Linked, string Block)
{
    /// <summary>The share of the words that are links, 0 to 1.</summary>
    public double LinkDensity => Math.Min(1.0, (double)Linked / Math.Max(1, Text.Length));

    /// <summary>True for a heading.</summary>
    public bool IsHeading => Block is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>True where it ends like a sentence.</summary>
    public bool EndsSentence => Text[^1] is '.' or '!' or '?' or '"' or '”' or '。' or ':' or '»' or '؟' or '۔';

    /// <summary>True where it reads as running text: long enough, or ended like a sentence.</summary>
    public bool IsProse => Text.Length >= 90 || (Text.Length >= 40 && EndsSentence && Text.Contains(' '));
}
