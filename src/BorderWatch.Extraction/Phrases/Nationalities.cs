using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Adjectives and nouns of nationality, and the country that each belongs to.</summary>
internal static class Nationalities
{
    private static readonly Dictionary<string, string> Adjectives = Rows(0);

    private static readonly Dictionary<string, string> Plurals = Rows(1);

    private static readonly Dictionary<string, string> Countries = Rows(3);

    /// <summary>ISO 3166-1 alpha-2 for "Chinese", "Afghan"; null where the word is no nationality. Lower case.</summary>
    public static string? Adjective(string lower) => Adjectives.GetValueOrDefault(lower);

    /// <summary>The same for "Pakistanis", "Afghans".</summary>
    public static string? Plural(string lower) => Plurals.GetValueOrDefault(lower);

    /// <summary>The same for a country's name in English.</summary>
    public static string? Country(string lower) => Countries.GetValueOrDefault(lower);

    private static Dictionary<string, string> Rows(int column)
    {
        var found = new Dictionary<string, string>();
        foreach (var row in Lexicon.Rows("nationalities.tsv"))
            foreach (var word in row[column].Split('|', StringSplitOptions.RemoveEmptyEntries))
                found.TryAdd(word, row[2]);
        return found;
    }
}
