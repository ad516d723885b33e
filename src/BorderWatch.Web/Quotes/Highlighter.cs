namespace BorderWatch.Web.Quotes;

/// <summary>Cuts a text where quotations begin and end, so that each piece can be marked. The pieces together are the text, whatever the spans.</summary>
public static class Highlighter
{
    /// <summary>Cuts. Spans may overlap and nest; one that reaches out of the text is cut to it, one that covers nothing is left out.</summary>
    public static IReadOnlyList<TextSegment> Cut(string text, IEnumerable<QuoteSpan> spans)
    {
        List<QuoteSpan> valid =
        [
            .. spans.Select(span => span with { Start = Whole(text, span.Start, -1), End = Whole(text, span.End, +1) })
                .Where(span => span.Start < span.End)
                .OrderBy(span => span.End - span.Start)
        ];
        List<int> edges = [.. valid.SelectMany(span => (int[])[span.Start, span.End]).Append(0).Append(text.Length).Distinct().Order()];
        List<TextSegment> segments = [];
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
            segments.Add(new(text[from..to], [.. valid.Where(span => span.Start <= from && span.End >= to)]));
        return segments;
    }

    // Half a surrogate pair is no character: an edge inside a pair moves out of it.
    private static int Whole(string text, int at, int outward)
    {
        at = Math.Clamp(at, 0, text.Length);
        return at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at + outward : at;
    }
}
