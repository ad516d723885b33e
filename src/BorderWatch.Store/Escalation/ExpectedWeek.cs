using MathNet.Numerics;

namespace BorderWatch.Store.Escalation;

/// <summary>
/// How many incidents a week is expected to have, from the 52 weeks before it, the last two left out so that an escalation that has just begun
/// does not raise its own bar. The mean and the dispersion are those of a quasi-Poisson fit in which weeks that stand out count less (Farrington
/// and others, Journal of the Royal Statistical Society A 159, 1996, with the weights of Noufaily and others, Statistics in Medicine 32, 2013):
/// past bursts neither raise nor widen the range. Where two years and more are known, weeks are first held against the season; see
/// <see cref="SeasonalShape"/>. The range is that of the negative binomial with this mean and dispersion and the uncertainty of the mean,
/// to whole numbers. Without over-dispersion that is the exact predictive distribution of a Poisson count under Jeffreys' prior, however small.
/// </summary>
/// <param name="Mean">What is expected.</param>
/// <param name="Dispersion">Variance of the weeks over their mean, at least 1; 1 is a Poisson process.</param>
/// <param name="Season">How much the time of the year changes the mean; 1 where less than two years are known.</param>
/// <param name="Low">The least that is expected: fewer come by chance at most once in a hundred weeks.</param>
/// <param name="High">The most that is expected: more come by chance at most once in a hundred weeks.</param>
public sealed record ExpectedWeek(double Mean, double Dispersion, double Season, int Low, int High)
{
    /// <summary>How many of the newest past weeks are left out.</summary>
    public const int Guard = 2;

    /// <summary>How many weeks the mean rests on, at most.</summary>
    public const int Year = 52;

    /// <summary>With fewer weeks than this nothing is expected.</summary>
    public const int FewestWeeks = 26;

    /// <summary>Fewer incidents than these are no escalation, however rare they are.</summary>
    public const int FewestIncidents = 3;

    private const double Tail = 0.01;

    // Beyond so many standard deviations a week counts less.
    private const double StandsOut = 2.58;

    private const int MostRounds = 10;

    // Jeffreys' prior of a Poisson mean, as incidents.
    private const double Prior = 0.5;

    /// <summary>What a count is beside the range.</summary>
    public RangeVerdict Of(int count) =>
        count > High && count >= FewestIncidents ? RangeVerdict.Above : count < Low ? RangeVerdict.Below : RangeVerdict.Within;

    /// <summary>The range of a week.</summary>
    /// <param name="weeks">The weeks before it, the newest first, as far back as is known; the first <see cref="Guard"/> are left out.</param>
    /// <returns>Null where fewer than <see cref="FewestWeeks"/> are left.</returns>
    public static ExpectedWeek? From(IReadOnlyList<int> weeks)
    {
        var past = weeks.Skip(Guard).ToArray();
        if (past.Length < FewestWeeks) return null;
        var shape = SeasonalShape.Of(past);
        // The week itself stands Guard + 1 before the newest of them.
        var season = shape.At(-Guard - 1);
        var newest = past.Take(Year).ToArray();
        var (mean, dispersion, weight) = Fit(newest, [.. newest.Select((_, back) => shape.At(back))]);
        var expected = mean * season;
        var variance = expected * dispersion * (1 + season / weight);
        return new ExpectedWeek(expected, dispersion, season, Quantile(expected, variance, Tail), Quantile(expected, variance, 1 - Tail));
    }

    /// <summary>The mean of weeks of season 1, their dispersion, and how many such weeks the mean rests on.</summary>
    internal static (double Mean, double Dispersion, double Weight) Fit(IReadOnlyList<int> weeks, IReadOnlyList<double> seasons)
    {
        var (mean, dispersion) = Start(weeks, seasons);
        var (weights, weight) = (new double[weeks.Count], 0.0);
        for (var round = 0; round < MostRounds; round++)
        {
            for (var at = 0; at < weeks.Count; at++) weights[at] = Weight(weeks[at], mean * seasons[at], dispersion);
            weight = seasons.Zip(weights, (season, w) => season * w).Sum();
            var next = (weeks.Zip(weights, (count, w) => count * w).Sum() + Prior) / weight;
            var chiSquare = 0.0;
            for (var at = 0; at < weeks.Count; at++)
            {
                var expected = next * seasons[at];
                chiSquare += weights[at] * (weeks[at] - expected) * (weeks[at] - expected) / expected;
            }
            dispersion = Math.Max(1, chiSquare / (weights.Sum() - 1));
            var settled = Math.Abs(next - mean) < 1e-6 * next;
            mean = next;
            if (settled) break;
        }
        return (mean, dispersion, weight);
    }

    // Every week cut to what four of five do not exceed: from a plain mean, a burst of weeks would hide itself in the dispersion that it makes.
    // Cutting takes about half of the variance away.
    private static (double Mean, double Dispersion) Start(IReadOnlyList<int> weeks, IReadOnlyList<double> seasons)
    {
        var most = weeks.Zip(seasons, (count, season) => count / season).Order().ElementAt(weeks.Count * 4 / 5);
        var cut = weeks.Zip(seasons, (count, season) => Math.Min(count, most * season)).ToList();
        var mean = (cut.Sum() + Prior) / seasons.Sum();
        var chiSquare = cut.Zip(seasons, (count, season) => (count - mean * season) * (count - mean * season) / (mean * season)).Sum();
        return (mean, Math.Max(1, 2 * chiSquare / (weeks.Count - 1)));
    }

    // Anscombe's residual is nearly normal, for small counts as well. The fourth power: with the second, six weeks of a burst in a year still
    // raise the dispersion without end.
    private static double Weight(int count, double expected, double dispersion)
    {
        var residual = 1.5 * (Math.Pow(count, 2.0 / 3) - Math.Pow(expected, 2.0 / 3)) / (Math.Pow(expected, 1.0 / 6) * Math.Sqrt(dispersion));
        return residual > StandsOut ? Math.Pow(StandsOut / residual, 4) : 1;
    }

    /// <summary>The least count that as many as the share do not exceed.</summary>
    private static int Quantile(double mean, double variance, double share)
    {
        var count = 0;
        // By a quarter of a standard deviation up, then back one by one.
        var step = Math.Max(1, (int)(Math.Sqrt(variance) / 4));
        while (AtMost(count, mean, variance) < share) count += step;
        while (count > 0 && AtMost(count - 1, mean, variance) >= share) count--;
        return count;
    }

    // The negative binomial's distribution function; Poisson's where the variance is the mean.
    private static double AtMost(int count, double mean, double variance)
    {
        var excess = variance / mean - 1;
        return excess < 1e-9
            ? 1 - SpecialFunctions.GammaLowerRegularized(count + 1, mean)
            : SpecialFunctions.BetaRegularized(mean / excess, count + 1, 1 / (1 + excess));
    }
}

/// <summary>What a week is beside what was expected of it.</summary>
public enum RangeVerdict
{
    /// <summary>Within the range.</summary>
    Within,

    /// <summary>More than chance would bring.</summary>
    Above,

    /// <summary>Fewer than chance would bring.</summary>
    Below,
}
