using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>"La.", "N.Y.", "TX": first-order divisions as they stand behind a town's name.</summary>
internal static class StateAbbreviations
{
    private static readonly Dictionary<string, (string Country, string Name)> ByKey = Lexicon.Rows("state-abbreviations.tsv").Skip(1)
        .GroupBy(r => r[0].Replace(" ", "", StringComparison.Ordinal), StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.First()[1], g.First()[2]), StringComparer.Ordinal);

    private static readonly HashSet<string> Beginnings = [.. ByKey.Keys.SelectMany(key => Enumerable.Range(1, key.Length).Select(length => key[..length]))];

    /// <summary>True where some abbreviation begins so, or is this.</summary>
    public static bool MayBegin(string written) => Beginnings.Contains(written);

    /// <summary>The country and the division's name; null where it is no abbreviation. <paramref name="written"/> is compared exactly, without spaces.</summary>
    public static (string Country, string Name)? Of(string written) => ByKey.TryGetValue(written, out var state) ? state : null;
}
