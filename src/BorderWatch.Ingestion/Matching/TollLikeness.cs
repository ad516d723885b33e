using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Whether two figures can be of one incident: tolls rise while it is reported, but a toll of two does not become forty.</summary>
internal static class TollLikeness
{
    /// <summary>The part of the score and its words; nothing where either report gives no figure.</summary>
    public static (string Words, double Weight) Of(string field, ClaimValue.Casualties? a, ClaimValue.Casualties? b)
    {
        if (a is null || b is null) return ("", 0);
        var weight = field == "killed" ? 1.0 : field == "abducted" ? 1.1 : 0.5;
        if (a.Best is { } x && b.Best is { } y)
        {
            if (x == y) return ($"{x} {field} in both", weight * (x >= 5 ? 1.5 : x >= 2 ? 0.9 : 0.4));
            var (less, more) = (Math.Min(x, y), Math.Max(x, y));
            var words = $"{field} {x} and {y}";
            if (more - less == 1 || more <= less * 1.34) return (words, weight * 0.1);
            if (more <= less * 2 + 1) return (words, weight * -0.4);
            if (more <= less * 3 + 3) return (words, weight * -1.1);
            return (words, weight * -2.2);
        }
        var (low, high) = (Math.Max(a.Low ?? 0, b.Low ?? 0), Math.Min(a.High ?? int.MaxValue, b.High ?? int.MaxValue));
        return low <= high ? ($"{field} figures that fit", weight * 0.3) : low - high <= Math.Max(2, high / 2) ? ("", 0) : ($"{field} figures that do not fit", weight * -0.8);
    }
}
