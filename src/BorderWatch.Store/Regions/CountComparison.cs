using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace BorderWatch.Store.Regions;

/// <summary>
/// Whether a count differs from an earlier one by more than chance would bring. Given both together, the later one is binomial
/// where the rate has not changed (the exact conditional test of two Poisson rates; Przyborowski and Wilenski, Biometrika 31, 1940).
/// Incidents come in bursts, so both counts are first divided by the dispersion of the weeks within the periods
/// (Pearson's chi-square over its degrees of freedom, at least 1), which makes the test harder to pass.
/// </summary>
/// <param name="Now">The later count.</param>
/// <param name="Before">The earlier count, over as many days.</param>
/// <param name="Dispersion">Variance of the weekly counts over their mean, at least 1; 1 is a Poisson process.</param>
/// <param name="Probability">How often chance alone brings a difference as large or larger, to either side; 0 to 1.</param>
/// <param name="RatioLow">Lower end of the 95 % interval of the rates' ratio, later over earlier.</param>
/// <param name="RatioHigh">Upper end; infinite where the earlier count is zero.</param>
public sealed record CountComparison(int Now, int Before, double Dispersion, double Probability, double RatioLow, double RatioHigh)
{
    private const double Level = 0.05;

    // With fewer weeks than this nothing can be told of their dispersion.
    private const int FewestWeeks = 6;

    // Even all of five incidents in one of two periods is chance once in sixteen times.
    private const double Fewest = 6;

    /// <summary>What can be said of it.</summary>
    public ChangeVerdict Verdict => (Now + Before) / Dispersion < Fewest ? ChangeVerdict.TooFew
        : Probability >= Level ? ChangeVerdict.MayBeChance
        : Now > Before ? ChangeVerdict.More : ChangeVerdict.Fewer;

    /// <summary>Compares two periods of the same length.</summary>
    /// <param name="now">The later count.</param>
    /// <param name="before">The earlier count.</param>
    /// <param name="weeks">For each period the counts of its whole weeks.</param>
    public static CountComparison Of(int now, int before, params IReadOnlyList<IReadOnlyList<int>> weeks)
    {
        var dispersion = DispersionOf(weeks);
        var (x, y) = (now / dispersion, before / dispersion);
        var atLeast = x > 0 ? SpecialFunctions.BetaRegularized(x, y + 1, 0.5) : 1;
        var atMost = y > 0 ? SpecialFunctions.BetaRegularized(y, x + 1, 0.5) : 1;
        var low = x > 0 ? Odds(Beta.InvCDF(x, y + 1, Level / 2)) : 0;
        var high = y > 0 ? Odds(Beta.InvCDF(x + 1, y, 1 - Level / 2)) : double.PositiveInfinity;
        return new CountComparison(now, before, dispersion, Math.Min(1, 2 * Math.Min(atLeast, atMost)), low, high);
    }

    private static double DispersionOf(IReadOnlyList<IReadOnlyList<int>> periods)
    {
        var told = periods.Where(weeks => weeks.Count > 1 && weeks.Sum() > 0).ToList();
        if (told.Sum(weeks => weeks.Count) < FewestWeeks) return 1;
        var chiSquare = told.Sum(weeks => weeks.Average() is var mean ? weeks.Sum(week => (week - mean) * (week - mean)) / mean : 0);
        return Math.Max(1, chiSquare / told.Sum(weeks => weeks.Count - 1));
    }

    private static double Odds(double share) => share / (1 - share);
}

/// <summary>What can be said of a change.</summary>
public enum ChangeVerdict
{
    /// <summary>So few incidents that no difference could be told from chance.</summary>
    TooFew,

    /// <summary>Chance alone brings such a difference more often than once in twenty.</summary>
    MayBeChance,

    /// <summary>More than chance would bring.</summary>
    More,

    /// <summary>Fewer than chance would bring.</summary>
    Fewer,
}
