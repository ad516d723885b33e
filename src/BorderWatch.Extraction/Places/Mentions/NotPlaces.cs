using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Names of outlets, organisations and groups that hold a place's name or look like one.</summary>
internal static class NotPlaces
{
    private static readonly ILookup<string, string[]> ByFirst = Lexicon.Rows("not-places.tsv").Select(r => r[0])
        .Concat(Lexicon.Rows("outlets.tsv").Skip(1).Where(r => r[1] == "name" && r[0].Contains(' ', StringComparison.Ordinal)).Select(r => r[0]))
        .Select(name => NameKey.Of(name).Split(' ')).ToLookup(words => words[0]);

    /// <summary>One after the last token of the longest such name that begins at a token; null where none does.</summary>
    public static int? EndOf(Sequence<Token> tokens, int first)
    {
        int? end = null;
        // "the Battle of Tarapaca", "the Treaty of Gandamak": an event of history, named after a place.
        if (first + 2 < tokens.Count && tokens[first].Lower is "battle" or "treaty" or "convention" && tokens[first + 1].Lower == "of" && tokens[first + 2].IsCapitalised)
        {
            end = first + 3;
            while (end < tokens.Count && tokens[end.Value].IsCapitalised) end++;
        }
        foreach (var words in ByFirst[Key(tokens[first])])
            if (Match(tokens, first, words) is { } last && last > (end ?? 0)) end = last;
        return end;
    }

    // Plain letters are their own key.
    private static string Key(Token token)
    {
        foreach (var c in token.Lower) if (!char.IsAsciiLetterOrDigit(c)) return NameKey.Of(token.Written);
        return token.Lower;
    }

    private static int? Match(Sequence<Token> tokens, int first, string[] words)
    {
        var i = first;
        foreach (var word in words)
        {
            while (i < tokens.Count && i > first && tokens[i].Written is "-" or "–") i++;
            if (i >= tokens.Count || Key(tokens[i]) != word) return null;
            i++;
        }
        return i;
    }
}
