namespace BorderWatch.Web.Quotes;

/// <summary>Words of a text that a value rests on.</summary>
/// <param name="Start">First UTF-16 code unit, inclusive.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Field">Which field.</param>
/// <param name="Key">What the quotation is found again by on the page.</param>
/// <param name="Label">What it says, for the reader: "killed: 3".</param>
public sealed record QuoteSpan(int Start, int End, QuotedField Field, string Key, string Label);

/// <summary>A stretch of text that the same quotations cover from end to end.</summary>
/// <param name="Text">The words.</param>
/// <param name="Spans">The quotations over it, the shortest first; empty for text that nothing rests on.</param>
public sealed record TextSegment(string Text, IReadOnlyList<QuoteSpan> Spans)
{
    /// <summary>The keys of its quotations, separated by spaces.</summary>
    public string Keys => string.Join(' ', Spans.Select(span => span.Key));
}
