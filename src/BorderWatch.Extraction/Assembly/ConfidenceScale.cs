using System.Globalization;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// How sure it is that an incident happened and is rightly typed: a logistic scale over a few features. The weights of
/// confidence.tsv are fitted by tests/BorderWatch.Benchmarks/Extraction/calibrate.py; see docs/extraction.md.
/// </summary>
internal static class ConfidenceScale
{
    private static readonly Dictionary<string, double> Weights =
        Lexicon.Rows("confidence.tsv").ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture));

    /// <summary>0.02 to 0.98.</summary>
    public static double Of(IReadOnlyList<(string Name, double Value)> features)
    {
        var z = Weights["constant"];
        foreach (var (name, value) in features) z += Weights[name] * value;
        return Math.Round(Math.Clamp(1 / (1 + Math.Exp(-z)), 0.02, 0.98), 2);
    }

    /// <summary>What the scale weighs, by name.</summary>
    public static IReadOnlyList<(string Name, double Value)> Features(IncidentDraft draft, EventKind kind, int sentences) =>
    [
        ("salience", draft.Salience - Newsworthiness.Threshold),
        ("length", Math.Log2(Math.Max(1, sentences))),
        ("one of many", draft.IsOneOfMany ? 1 : 0),
        ("protest", kind.Type == "Protests" ? 1 : 0),
        ("riot", kind.Type == "Riots" ? 1 : 0),
        ("strategic", kind.Type == "Strategic developments" ? 1 : 0),
    ];
}
