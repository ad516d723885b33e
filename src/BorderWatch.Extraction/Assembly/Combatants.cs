using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Knows the nouns for people who bear arms.</summary>
internal static class Combatants
{
    private static readonly Dictionary<string, string> Sides = Lexicon.Rows("combatants.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    public static bool IsOne(string noun) => Sides.ContainsKey(noun);

    /// <summary>"state", "rebel" or "criminal"; null where the noun names none of them.</summary>
    public static string? Side(string noun) => Sides.GetValueOrDefault(noun);
}
