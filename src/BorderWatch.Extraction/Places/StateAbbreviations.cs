using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>"La.", "N.Y.", "TX": first-order divisions as they stand behind a town's name.</summary>
internal static class StateAbbreviations
{
    private static readonly Dictionary<string, (string Country, string Name)> ByKey = Lexicon.Rows("state-abbreviations.tsv").Skip(1)
        .GroupBy(r => r[0].Replace(" ", "", StringComparison.Ordinal), StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.First()[1], g.First()[2]), StringComparer.Ordinal);

    /// <summary>The country and the division's name; null where it is no abbreviation. <paramref name="written"/> is compared exactly, without spaces.</summary>
    public static (string Country, string Name)? Of(string written) => ByKey.TryGetValue(written, out var state) ? state : null;
}
