using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>Finds the base forms that an English word can be an inflection of. Knows forms, not meanings: "strikes" gives "strike".</summary>
public static class Inflection
{
    private static readonly Dictionary<string, string> Irregular =
        Lexicon.Rows("irregular-verbs.tsv").ToDictionary(row => row[0], row => row[1]);

    /// <summary>Irregular forms with their bases.</summary>
    internal static IEnumerable<(string Form, string Base)> IrregularForms => Irregular.Select(pair => (pair.Key, pair.Value));

    /// <summary>True for an irregular past form that is not its own base: "shot", "blown".</summary>
    public static bool IsIrregularPast(string lower) => Irregular.TryGetValue(lower, out var form) && form != lower;

    /// <summary>Adds to <paramref name="bases"/> the word itself and every base it may be a form of.</summary>
    public static void Bases(string lower, List<string> bases)
    {
        bases.Add(lower);
        if (Irregular.TryGetValue(lower, out var irregular)) bases.Add(irregular);
        if (lower.Length < 4) return;
        if (lower.EndsWith("ies", StringComparison.Ordinal)) bases.Add(lower[..^3] + "y");
        if (lower.EndsWith("es", StringComparison.Ordinal)) bases.Add(lower[..^2]);
        if (lower[^1] == 's' && lower[^2] != 's') bases.Add(lower[..^1]);
        if (lower.EndsWith("ied", StringComparison.Ordinal)) bases.Add(lower[..^3] + "y");
        if (lower.EndsWith("ed", StringComparison.Ordinal)) Stems(lower[..^2], bases);
        if (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5) Stems(lower[..^3], bases);
    }

    // "bomb-ed", "explod-ed" (explode), "stabb-ed" (stab).
    private static void Stems(string stem, List<string> bases)
    {
        bases.Add(stem);
        bases.Add(stem + "e");
        if (stem.Length > 2 && stem[^1] == stem[^2]) bases.Add(stem[..^1]);
    }
}
