using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>How a figure compares with the period before, in words: a bare percentage of three incidents would mislead.</summary>
public static class ChangeWords
{
    // Below this a percentage says more about chance than about the region.
    private const int FewestForPercent = 20;

    /// <summary>"12 more than before (30)", "as many as before", "none before", with a percentage where both are large enough.</summary>
    public static string Of(int now, int before) => (now - before) switch
    {
        0 when before == 0 => Say.It("none before either"),
        0 => Say.It("as many as before ({0})", Number(before)),
        _ when before == 0 => Say.It("none before"),
        var change => (change > 0 ? Say.It("{0} more than before ({1})", Number(change), Number(before)) : Say.It("{0} fewer than before ({1})", Number(-change), Number(before))) + Percent(now, before),
    };

    /// <summary>What can be said of a change of incidents: "more than chance would bring". Silent where nothing was counted at all.</summary>
    public static string? Verdict(CountComparison change) => change.Verdict switch
    {
        _ when change.Now + change.Before == 0 => null,
        ChangeVerdict.TooFew => Say.It("too few to tell from chance"),
        ChangeVerdict.MayBeChance => Say.It("may be chance"),
        ChangeVerdict.More => Say.It("more than chance would bring"),
        _ => Say.It("fewer than chance would bring"),
    };

    /// <summary>How the verdict is made: "1.8 times as many (95 %: 1.2 to 2.7) …".</summary>
    public static string Method(CountComparison change)
    {
        var interval = double.IsInfinity(change.RatioHigh)
            ? Say.It("at least {0:0.0}", change.RatioLow) : Say.It("{0:0.0} to {1:0.0}", change.RatioLow, change.RatioHigh);
        var times = change.Before == 0 ? "" : Say.It("{0:0.0} times as many, ", (double)change.Now / change.Before);
        var bursts = change.Dispersion > 1 ? " " + Say.It("Incidents come in bursts here: weeks differ {0:0.0} times as much as independent events would.", change.Dispersion) : "";
        return times + Say.It("95 % interval of the ratio {0}; exact test of two Poisson rates, p = {1:0.000}.", interval, change.Probability) + bursts;
    }

    /// <summary>The same of people: compares the likeliest numbers and says both ranges' limits; "before: not said" where there is nothing to compare with.</summary>
    public static string Of(CasualtyCount now, CasualtyCount before) => (now.Best ?? now.Low, before.Best ?? before.Low) switch
    {
        (null, null) => Say.It("not said before either"),
        (_, null) => Say.It("before: not said"),
        (null, { } earlier) => Say.It("before: {0}", Number(earlier)),
        ({ } current, { } earlier) => Of(current, earlier),
    };

    /// <summary>The range of a sum, "low–high"; null where it is a single number or nothing is said.</summary>
    public static string? Range(CasualtyCount sum) => (sum.Low, sum.High) switch
    {
        (null, null) => null,
        ({ } low, { } high) when low == high => null,
        ({ } low, { } high) => Say.It("{0} to {1}", Number(low), Number(high)),
        ({ } low, null) => Say.It("at least {0}", Number(low)),
        (null, { } high) => Say.It("at most {0}", Number(high)),
    };

    /// <summary>The likeliest sum, else the lowest; "not said" where no report says anything.</summary>
    public static string Best(CasualtyCount sum) => (sum.Best ?? sum.Low) is { } best ? Number(best) : CasualtyWords.NotSaid;

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Percent(int now, int before) =>
        Math.Min(now, before) < FewestForPercent ? "" : Say.It(", {0} %", $"{(now > before ? "+" : "−")}{Math.Abs(100 * (now - before) / before)}");
}
