using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
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
        0 when before == 0 => "none before either",
        0 => $"as many as before ({Number(before)})",
        _ when before == 0 => "none before",
        var change => $"{Number(Math.Abs(change))} {(change > 0 ? "more" : "fewer")} than before ({Number(before)}){Percent(now, before)}",
    };

    /// <summary>What can be said of a change of incidents: "more than chance would bring". Silent where nothing was counted at all.</summary>
    public static string? Verdict(CountComparison change) => change.Verdict switch
    {
        _ when change.Now + change.Before == 0 => null,
        ChangeVerdict.TooFew => "too few to tell from chance",
        ChangeVerdict.MayBeChance => "may be chance",
        ChangeVerdict.More => "more than chance would bring",
        _ => "fewer than chance would bring",
    };

    /// <summary>How the verdict is made: "1.8 times as many (95 %: 1.2 to 2.7) …".</summary>
    public static string Method(CountComparison change)
    {
        var interval = double.IsInfinity(change.RatioHigh)
            ? string.Create(Invariant, $"at least {change.RatioLow:0.0}") : string.Create(Invariant, $"{change.RatioLow:0.0} to {change.RatioHigh:0.0}");
        var times = change.Before == 0 ? "" : string.Create(Invariant, $"{(double)change.Now / change.Before:0.0} times as many, ");
        var bursts = change.Dispersion > 1 ? string.Create(Invariant, $" Incidents come in bursts here: weeks differ {change.Dispersion:0.0} times as much as independent events would.") : "";
        return string.Create(Invariant, $"{times}95 % interval of the ratio {interval}; exact test of two Poisson rates, p = {change.Probability:0.000}.{bursts}");
    }

    /// <summary>The same of people: compares the likeliest numbers and says both ranges' limits; "before: not said" where there is nothing to compare with.</summary>
    public static string Of(CasualtyCount now, CasualtyCount before) => (now.Best ?? now.Low, before.Best ?? before.Low) switch
    {
        (null, null) => "not said before either",
        (_, null) => "before: not said",
        (null, { } earlier) => $"before: {Number(earlier)}",
        ({ } current, { } earlier) => Of(current, earlier),
    };

    /// <summary>The range of a sum, "low–high"; null where it is a single number or nothing is said.</summary>
    public static string? Range(CasualtyCount sum) => (sum.Low, sum.High) switch
    {
        (null, null) => null,
        ({ } low, { } high) when low == high => null,
        ({ } low, { } high) => $"{Number(low)} to {Number(high)}",
        ({ } low, null) => $"at least {Number(low)}",
        (null, { } high) => $"at most {Number(high)}",
    };

    /// <summary>The likeliest sum, else the lowest; "not said" where no report says anything.</summary>
    public static string Best(CasualtyCount sum) => (sum.Best ?? sum.Low) is { } best ? Number(best) : CasualtyWords.NotSaid;

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Percent(int now, int before) =>
        Math.Min(now, before) < FewestForPercent ? "" : $", {(now > before ? "+" : "−")}{Math.Abs(100 * (now - before) / before)} %";
}
