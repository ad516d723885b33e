namespace BorderWatch.Store.Search;

/// <summary>Finds what somebody is writing at the moment: the last piece of the text.</summary>
internal static class SearchTail
{
    /// <summary>What stands before the last piece, and the piece; null where a new one has not begun, or the last is a phrase.</summary>
    public static (string Before, string? Last) Of(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '“' or '”') isQuoted = !isQuoted;
            else if (char.IsWhiteSpace(text[at]) && !isQuoted) start = at + 1;
        }
        var last = text[start..];
        return (text[..start], last.Length == 0 || last[0] is '"' or '“' or '”' ? null : last);
    }
}
