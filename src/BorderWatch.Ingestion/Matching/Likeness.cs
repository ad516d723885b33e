namespace BorderWatch.Ingestion.Matching;

/// <summary>How well two reports fit one incident.</summary>
/// <param name="LogOdds">The sum of the parts: 0 is even odds, each unit multiplies them by e.</param>
/// <param name="Parts">What spoke for and against, in words with its weight, the weightiest first.</param>
internal sealed record Likeness(double LogOdds, IReadOnlyList<(string Words, double Weight)> Parts)
{
    /// <summary>0 to 1.</summary>
    public double Score => 1 / (1 + Math.Exp(-LogOdds));

    /// <summary>The parts in one line: "same day, 0 km apart, same weapon; but killed 3 and 11".</summary>
    public string Reason
    {
        get
        {
            var forIt = string.Join(", ", Parts.Where(p => p.Weight > 0).Select(p => p.Words));
            var against = string.Join(", ", Parts.Where(p => p.Weight < 0).Select(p => p.Words));
            return against.Length == 0 ? forIt : $"{forIt}; but {against}";
        }
    }

    /// <summary>Two reports compared.</summary>
    public static Likeness Of(ReportSketch a, ReportSketch b)
    {
        var parts = new List<(string Words, double Weight)>
        {
            TimeLikeness.Of(a, b), PlaceLikeness.Of(a, b), EventLikeness.Kinds(a, b), EventLikeness.Perpetrators(a, b), EventLikeness.Targets(a, b),
            EventLikeness.Weapons(a, b), TollLikeness.Of("killed", a.Killed, b.Killed), TollLikeness.Of("injured", a.Injured, b.Injured),
            TollLikeness.Of("abducted", a.Abducted, b.Abducted), EventLikeness.Wording(a, b),
        };
        return new Likeness(Prior + parts.Sum(p => p.Weight), [.. parts.Where(p => p.Weight != 0).OrderByDescending(p => Math.Abs(p.Weight))]);
    }

    // Of the incidents in reach of a report most are others.
    private const double Prior = -2.8;
}
