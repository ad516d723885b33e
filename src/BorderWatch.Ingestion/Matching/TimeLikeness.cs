using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Whether two reports speak of the same time, each as precisely as it tells.</summary>
internal static class TimeLikeness
{
    // Nothing else that agrees makes one incident of two that happened in different weeks.
    private const double Never = -12;

    /// <summary>The part of the score and its words.</summary>
    public static (string Words, double Weight) Of(ReportSketch a, ReportSketch b)
    {
        var (x, y) = (Period(a), Period(b));
        if (x is null && y is null)
        {
            var apart = Math.Abs(a.Reported.DayNumber - b.Reported.DayNumber);
            return apart <= 3 ? ("reported within three days, date not said", 0.6) : apart <= 14 ? ("reported within two weeks, date not said", -1) : ("reported weeks apart, date not said", -4);
        }
        if (x is null || y is null) return OneSided(x ?? y!.Value, x is null ? a.Reported : b.Reported);
        var gap = Math.Max(x.Value.From.DayNumber - y.Value.To.DayNumber, y.Value.From.DayNumber - x.Value.To.DayNumber);
        var coarsest = (TimePrecision)Math.Max((int)a.Occurred!.Precision, (int)b.Occurred!.Precision);
        // A protest on the next day is the next protest.
        if (gap == 1 && coarsest == TimePrecision.Day && EventLikeness.IsCrowd(a.Kind) && EventLikeness.IsCrowd(b.Kind)) return ("protests on two days", -2.5);
        if (gap > 0) return Apart(gap, coarsest);
        return coarsest switch
        {
            TimePrecision.Day => ("same day", 2.0),
            TimePrecision.Week => ("same week", 0.9),
            TimePrecision.Month => ("same month", 0.3),
            TimePrecision.Year => ("same year", -0.8),
            _ => ("times that overlap", -0.3),
        };
    }

    private static (string, double) Apart(int gap, TimePrecision coarsest) => (gap, coarsest) switch
    {
        // An attack in the night is one day's news in one paper and the next day's in another.
        (1, TimePrecision.Day) => ("a day apart", 0.2),
        (2, TimePrecision.Day) => ("two days apart", -2.2),
        ( <= 2, TimePrecision.Week or TimePrecision.Month) => ("dates that nearly meet", -0.6),
        (1, _) => ("a day apart", -0.5),
        _ => ($"{gap} days apart", Never),
    };

    private static (string, double) OneSided((DateOnly From, DateOnly To) known, DateOnly reported)
    {
        var before = reported.DayNumber - known.To.DayNumber;
        return before switch
        {
            < -1 => ("reported before it happened", Never),
            <= 2 => ("one report dates it, the other appeared within two days", 0.9),
            <= 7 => ("one report dates it, the other appeared within a week", -0.3),
            <= 30 => ("one report dates it, the other appeared within a month", -1.6),
            _ => ("one report dates it, the other appeared much later", -3),
        };
    }

    private static (DateOnly From, DateOnly To)? Period(ReportSketch sketch) =>
        sketch.Occurred is { From: { } from, To: { } to, Precision: not TimePrecision.Unknown } ? (from, to) : null;
}
