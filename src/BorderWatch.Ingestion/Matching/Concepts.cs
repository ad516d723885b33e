using System.Collections.Frozen;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Finds in a text what was hit and with what, and the words that tell it from others.</summary>
internal static class Concepts
{
    private static readonly Lazy<IReadOnlyList<(string Sort, string Concept, string[] Words)>> All = new(Load);

    private static readonly Lazy<FrozenSet<string>> Stopwords = new(() =>
        EmbeddedRows.Of("stopwords.tsv").SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The targets that a text names, as concepts.</summary>
    public static IReadOnlySet<string> Targets(string key) => Of("target", key);

    /// <summary>The families of weapons that a text names.</summary>
    public static IReadOnlySet<string> Weapons(string key) => Of("weapon", key);

    /// <summary>The text's telling words, their plural and past endings cut, each once.</summary>
    public static IReadOnlySet<string> Words(string key) =>
        key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && !Stopwords.Value.Contains(w) && !char.IsAsciiDigit(w[0])).Select(Stem).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Of(string sort, string key)
    {
        var padded = $" {key} ";
        return All.Value.Where(c => c.Sort == sort && c.Words.Any(w => padded.Contains(w, StringComparison.Ordinal))).Select(c => c.Concept).ToHashSet(StringComparer.Ordinal);
    }

    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static List<(string, string, string[])> Load() =>
        [.. EmbeddedRows.Of("concepts.tsv").Select(c =>
            (c[0], c[1], c[2].Split('|').Select(w => $" {Extraction.Places.NameKey.Of(w)} ").ToArray()))];
}
