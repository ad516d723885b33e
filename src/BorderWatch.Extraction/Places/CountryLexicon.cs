using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Countries by name, by code and by the name of their people: "Tajik", "Pakistanis", "the UAE".</summary>
public static class CountryLexicon
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Demonyms = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> CommonNames = new(StringComparer.OrdinalIgnoreCase);

    static CountryLexicon()
    {
        foreach (var row in Lexicon.Rows("countries.tsv").Skip(1))
        {
            CommonNames[row[0]] = row[1];
            Names.TryAdd(NameKey.Of(row[1]), row[0]);
            foreach (var name in row[4].Split('|', StringSplitOptions.RemoveEmptyEntries)) Names.TryAdd(NameKey.Of(name), row[0]);
            foreach (var demonym in row[5].Split('|', StringSplitOptions.RemoveEmptyEntries)) Demonyms.TryAdd(NameKey.Of(demonym), row[0]);
        }
    }

    /// <summary>ISO 3166-1 alpha-2 of a country's name ("Britain", "DR Congo"); null where it is none.</summary>
    public static string? CodeOfName(ReadOnlySpan<char> name) => Names.GetValueOrDefault(NameKey.Of(name));

    /// <summary>ISO 3166-1 alpha-2 of the country whose people or things are so called ("Tajik", "Afghans"); null where it is no demonym.</summary>
    public static string? CodeOfDemonym(ReadOnlySpan<char> demonym) => Demonyms.GetValueOrDefault(NameKey.Of(demonym));

    internal static string? CodeOfDemonymKey(string key) => Demonyms.GetValueOrDefault(key);

    /// <summary>The common English name of a country ("AF": "Afghanistan"); null where the code is unknown.</summary>
    public static string? NameOf(string code) => CommonNames.GetValueOrDefault(code);
}
