using BorderWatch.Store.Incidents;
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

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Percent(int now, int before) =>
        Math.Min(now, before) < FewestForPercent ? "" : $", {(now > before ? "+" : "−")}{Math.Abs(100 * (now - before) / before)} %";
}
