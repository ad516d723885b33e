using System.Buffers;
using System.Text.RegularExpressions;

namespace BorderWatch.Extraction.Text;

/// <summary>Knows the outlets' furniture: "The post … appeared first on …", bylines, "Read more", copyright lines.</summary>
public static partial class Boilerplate
{
    private static readonly ILookup<string, string> Phrases =
        Lexicon.Rows("boilerplate.tsv").ToLookup(row => row[0], row => row[1]);

    private static readonly ILookup<char, string> Beginnings = Phrases["sentence"].ToLookup(phrase => char.ToLowerInvariant(phrase[0]));

    private static readonly SearchValues<string> Within = SearchValues.Create([.. Phrases["within"]], StringComparison.OrdinalIgnoreCase);

    // An article whose text is a single line may begin with a byline; the whole of it is none.
    private const int LongestLine = 200;

    /// <summary>True where the whole line is furniture.</summary>
    public static bool IsLine(string text, int start, int end)
    {
        if (end - start > LongestLine) return false;
        var line = text.AsSpan(start, end - start).Trim();
        if (line.IsEmpty) return true;
        if (Byline().IsMatch(line) && line.Length < 80 || ReleaseNumber().IsMatch(line)) return true;
        foreach (var phrase in Phrases["line"])
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var phrase in Phrases["heading"])
            if (line.TrimEnd(".:… ").Equals(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>True where the sentence is furniture.</summary>
    public static bool IsSentence(string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start);
        foreach (var phrase in Beginnings[char.ToLowerInvariant(sentence[0])])
        {
            if (!sentence.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
            // "The post …" may be a border post: it is furniture only with the formula's end.
            if (phrase == "the post " && !sentence.Contains("appeared first on", StringComparison.OrdinalIgnoreCase)) continue;
            return true;
        }
        return sentence.ContainsAny(Within);
    }

    /// <summary>True for a translator's or editor's mark between brackets: "[Text]", "[passage omitted]".</summary>
    public static bool IsEditorsMark(ReadOnlySpan<char> bracketed) => EditorsMark().IsMatch(bracketed);

    [GeneratedRegex(@"^(?:By|BY)\s+(?:\p{Lu}[\p{L}.'’-]*\s*){1,5}(?:[,|/&].*|and\s.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\d{4}-\d{2}-[A-Z]{1,3}-\d+[a-z]?\b", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseNumber();

    [GeneratedRegex(@"^\[\s*(?:text|excerpts?|report\b.*|editorial report|unattributed.*|article by.*|station .*|.*passage .*omitted|.*words? indistinct|(?:begin|end) recording|(?:sentence|paragraph) .*|.*correspondent|video .*|from .*|interview.*|speech by.*|statement.*|communique.*|letter .*|news conference.*|commentary.*|editorial.*|sic|as (?:received|heard|published))\s*\]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorsMark();
}
