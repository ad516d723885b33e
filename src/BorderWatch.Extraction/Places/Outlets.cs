using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Home countries of outlets. A prior for what domestic pages leave unsaid, never a place by itself.</summary>
internal static class Outlets
{
    private static readonly Dictionary<string, string[]> Names = Rows("name");
    private static readonly Dictionary<string, string[]> Words = Rows("word");

    /// <summary>The countries, ISO 3166-1 alpha-2, that the outlet may be at home in; empty where its name tells nothing, or it reports from everywhere.</summary>
    /// <param name="source">One outlet or several ("Reuters; Dawn", "The Telegraph (India)"); null where none is known.</param>
    public static IReadOnlyList<string> Homes(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return [];
        // What the brackets say settles which of several outlets of one name it is.
        var open = source.IndexOf('(', StringComparison.Ordinal);
        var close = source.IndexOf(')', StringComparison.Ordinal);
        if (open > 0 && close > open && CountryLexicon.CodeOfName(source.AsSpan(open + 1, close - open - 1)) is { } told) return [told];
        return [.. source.Split(['/', ';', ',', '(', ')']).SelectMany(Of).Distinct()];
    }

    private static string[] Of(string part)
    {
        var key = Key(part);
        if (Names.TryGetValue(key, out var homes)) return homes;
        foreach (var word in key.Split(' '))
        {
            if (Words.TryGetValue(word, out homes)) return homes;
            if ((CountryLexicon.CodeOfName(word) ?? CountryLexicon.CodeOfDemonym(word)) is { } code) return [code];
        }
        return [];
    }

    private static string Key(string name)
    {
        var key = NameKey.Of(name);
        foreach (var article in (string[])["the ", "daily ", "the "])
            if (key.StartsWith(article, StringComparison.Ordinal)) key = key[article.Length..];
        return key.EndsWith(" news agency", StringComparison.Ordinal) ? key[..^12] : key;
    }

    private static Dictionary<string, string[]> Rows(string kind)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("outlets.tsv").Skip(1))
            if (row[1] == kind) rows.TryAdd(Key(row[0]), row[2].Split('|', StringSplitOptions.RemoveEmptyEntries));
        return rows;
    }
}
