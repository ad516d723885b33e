namespace BorderWatch.Web.Quotes;

/// <summary>A quotation in its sentence.</summary>
/// <param name="Before">The sentence up to the quotation.</param>
/// <param name="Quote">The quotation.</param>
/// <param name="After">The rest of the sentence.</param>
public sealed record Surroundings(string Before, string Quote, string After)
{
    private const int Most = 220;

    /// <summary>
    /// The sentence around a quotation, at most about 220 characters to either side, cut at a word with "…".
    /// Offsets that do not fit the text give an empty quotation.
    /// </summary>
    public static Surroundings Of(string text, int start, int end)
    {
        if (start < 0 || end > text.Length || start >= end) return new("", "", "");
        var from = start;
        while (from > 0 && !EndsSentence(text, from - 1)) from--;
        var to = end;
        while (to < text.Length && !EndsSentence(text, to - 1)) to++;
        var (before, after) = (text[from..start].TrimStart(), text[end..to].TrimEnd());
        if (before.Length > Most) before = "…" + before[CutAt(before, before.Length - Most, +1)..];
        if (after.Length > Most) after = after[..CutAt(after, Most, -1)] + "…";
        return new(before, text[start..end], after);
    }

    // A line's end always ends it; a full stop only where a space and no small letter follows ("Lt. col." is cut rarely, and only for display).
    private static bool EndsSentence(string text, int at)
    {
        if (at < 0) return false;
        if (text[at] is '\n') return true;
        if (text[at] is not ('.' or '!' or '?' or '”' or '"') || at + 2 >= text.Length || text[at + 1] != ' ') return false;
        if (text[at] is '”' or '"' && (at == 0 || text[at - 1] is not ('.' or '!' or '?'))) return false;
        return !char.IsLower(text[at + 2]) && !(at >= 2 && char.IsUpper(text[at - 1]) && text[at - 2] is ' ' or '.');
    }

    private static int CutAt(string text, int at, int step)
    {
        while (at > 0 && at < text.Length && text[at] != ' ') at += step;
        return at;
    }
}
