using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Collects an incident's quotations. What goes in is cut from the text itself, so that quote and offsets cannot disagree.</summary>
internal sealed class EvidenceBook(Document document)
{
    private readonly List<Evidence> evidence = [];

    /// <summary>Quotes a span for a field.</summary>
    public void Add(string field, TextSpan span, bool inTitle, string? value = null) =>
        evidence.Add(Quote(document, field, span, inTitle, value));

    /// <summary>The quotations, headline first, in the order of the text.</summary>
    public IReadOnlyList<Evidence> InOrder() => [.. evidence.Distinct().OrderByDescending(e => e.InTitle).ThenBy(e => e.Start).ThenBy(e => e.End)];

    /// <summary>A single quotation.</summary>
    public static Evidence Quote(Document document, string field, TextSpan span, bool inTitle, string? value = null) =>
        new(field, document.Words(span.Start, span.End, inTitle), span.Start, span.End, inTitle, value);
}
