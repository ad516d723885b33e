using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Whether two reports speak of the same deed: its kind, who did it, what was hit, with what, and in which words.</summary>
internal static class EventLikeness
{
    private static readonly HashSet<string> Violence = ["Battles", "Explosions/Remote violence", "Violence against civilians"];

    private static readonly HashSet<string> Crowds = ["Protests", "Riots"];

    /// <summary>True for protests and riots, which go on for days in one town.</summary>
    public static bool IsCrowd(ClaimValue.Kind kind) => Crowds.Contains(kind.EventType);

    /// <summary>How near the kinds are: a bomb on a patrol is an explosion to one outlet and a clash to another.</summary>
    public static (string Words, double Weight) Kinds(ReportSketch x, ReportSketch y)
    {
        var (a, b) = (x.Kind, y.Kind);
        if (a == b) return ("same kind", 0.7);
        if (a.EventType == b.EventType) return ("same type", 0.2);
        if (Violence.Contains(a.EventType) && Violence.Contains(b.EventType)) return ("kinds that are told for one another", -0.3);
        if (IsCrowd(a) && IsCrowd(b)) return ("protest and riot", 0);
        if (IsCrowd(a) || IsCrowd(b)) return Crowd(IsCrowd(a) ? x : y, IsCrowd(a) ? y : x);
        return ($"{a.SubEventType} and {b.SubEventType}", -2.5);
    }

    // Where people die at a protest, one outlet tells of the protest and another of the shooting; a riot is a clash to many.
    private static (string Words, double Weight) Crowd(ReportSketch crowd, ReportSketch other)
    {
        var words = $"{crowd.Kind.SubEventType} and {other.Kind.SubEventType}";
        if (!Violence.Contains(other.Kind.EventType)) return (words, -4);
        return crowd.Kind.EventType == "Riots" || crowd.Killed is { } k && (k.Best ?? k.Low) > 0 ? ($"{words}, which are told for one another", -0.9) : (words, -4);
    }

    /// <summary>The groups and forces that are named as having done it.</summary>
    public static (string Words, double Weight) Perpetrators(ReportSketch a, ReportSketch b)
    {
        if (a.Perpetrators.Count == 0 || b.Perpetrators.Count == 0) return ("", 0);
        return a.Perpetrators.Overlaps(b.Perpetrators) ? ("same perpetrator", 0.7) : ("different perpetrators", -0.9);
    }

    /// <summary>What was hit: two bombs in one town on one day differ in this first.</summary>
    public static (string Words, double Weight) Targets(ReportSketch a, ReportSketch b)
    {
        if (a.Targets.Count == 0 || b.Targets.Count == 0) return ("", 0);
        var shared = a.Targets.Intersect(b.Targets).Order(StringComparer.Ordinal).ToList();
        if (shared.Count == 0) return ($"{Some(a.Targets)} and {Some(b.Targets)}", -2.0);
        var share = (double)shared.Count / Math.Min(a.Targets.Count, b.Targets.Count);
        return ($"both name {string.Join(", ", shared.Take(3))}", share >= 0.99 ? 1.0 : share >= 0.5 ? 0.5 : -0.3);
    }

    /// <summary>With what.</summary>
    public static (string Words, double Weight) Weapons(ReportSketch a, ReportSketch b)
    {
        if (a.Weapons.Count == 0 || b.Weapons.Count == 0) return ("", 0);
        return a.Weapons.Overlaps(b.Weapons) ? ("same weapon", 0.5) : ($"{Some(a.Weapons)} and {Some(b.Weapons)}", -2.2);
    }

    /// <summary>The words that the reports share, beyond those of every report.</summary>
    public static (string Words, double Weight) Wording(ReportSketch a, ReportSketch b)
    {
        if (a.Words.Count < 4 || b.Words.Count < 4) return ("", 0);
        var cosine = a.Words.Count(b.Words.Contains) / Math.Sqrt((double)a.Words.Count * b.Words.Count);
        var weight = Math.Clamp((cosine - 0.22) * 6, -1.2, 2.5);
        return (weight >= 0 ? "similar wording" : "other wording", Math.Round(weight, 2));
    }

    private static string Some(IEnumerable<string> concepts) => string.Join("/", concepts.Order(StringComparer.Ordinal).Take(2));
}
