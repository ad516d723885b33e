namespace BorderWatch.Extraction.Text;

/// <summary>Cuts a paragraph into sentences, linear in its length.</summary>
public static class SentenceSplitter
{
    /// <summary>A sentence is cut here at the latest, so that work that grows with a sentence's length stays bounded.</summary>
    private const int LongestSentence = 1200;

    private static readonly HashSet<string> Abbreviations = Lexicon.Words("abbreviations.tsv");

    private static readonly HashSet<string> Starters =
        Lexicon.Rows("sentence-starters.tsv").Select(row => row[0]).ToHashSet();

    /// <summary>The spans of the sentences of <paramref name="text"/> between <paramref name="start"/> and <paramref name="end"/>, trimmed of white space.</summary>
    public static IEnumerable<(int Start, int End)> Split(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var tooLong = i - from >= LongestSentence && char.IsWhiteSpace(text[i]);
            if (!tooLong && !EndsHere(text, i, start, end)) continue;
            var to = i + 1;
            while (!tooLong && to < end && IsCloser(text[to])) to++;
            if (Trimmed(text, from, to) is { } span) yield return span;
            from = to;
            i = to - 1;
        }
        if (Trimmed(text, from, end) is { } last) yield return last;
    }

    private static bool EndsHere(string text, int i, int start, int end)
    {
        var c = text[i];
        if (c is not ('.' or '!' or '?' or '…')) return false;
        var next = i + 1;
        while (next < end && IsCloser(text[next])) next++;
        if (next >= end) return true;
        if (!char.IsWhiteSpace(text[next])) return c == '.' && next == i + 1 && IsMissingSpace(text, i, start, end);
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return true;
        if (char.IsLower(text[next])) return false;
        return c != '.' || !IsAbbreviation(text, i, start, next, end);
    }

    // "in the district.The attackers": a full stop glued to the next sentence.
    private static bool IsMissingSpace(string text, int i, int start, int end) =>
        i - start >= 3 && i + 2 < end && char.IsUpper(text[i + 1]) && char.IsLower(text[i + 2])
        && (char.IsLower(text[i - 1]) || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is ')' or ']');

    private static bool IsAbbreviation(string text, int stop, int start, int next, int end)
    {
        var from = stop;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text[from..stop];
        if (word.Length == 0) return false;
        // "U.S. forces" goes on; "in the U.S. The" does not.
        if (word.Contains('.')) return !Starters.Contains(WordAt(text, next, end));
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        // "No. 5", but "They said no. Police …".
        if (word is "No" or "Nos" or "no") return char.IsDigit(text[next]);
        return Abbreviations.Contains(word);
    }

    private static string WordAt(string text, int i, int end)
    {
        var to = i;
        while (to < end && to - i < 12 && char.IsLetter(text[to])) to++;
        return text[i..to];
    }

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    private static (int Start, int End)? Trimmed(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return from < to ? (from, to) : null;
    }
}
