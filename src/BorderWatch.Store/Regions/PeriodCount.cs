using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Regions;

/// <summary>One event type in one of some periods: what the database adds up, and what the summary's figures are added up from.</summary>
/// <param name="Period">Which of the periods, from 1.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Incidents">How many.</param>
/// <param name="Unreviewed">Those that no editor has confirmed.</param>
/// <param name="WithoutToll">Those of which no report says whether anybody was killed.</param>
/// <param name="InConflict">Those whose reports contradict each other.</param>
/// <param name="KilledLow">Sum of the lowest numbers; the others likewise.</param>
/// <param name="KilledBest">Sum of the likeliest numbers, else the lowest.</param>
/// <param name="KilledHigh">Sum of the highest numbers.</param>
/// <param name="KilledSaid">Incidents that say anything.</param>
/// <param name="KilledUnbounded">Those of them that name a number and no upper bound.</param>
/// <param name="InjuredLow">As of the killed.</param>
/// <param name="InjuredBest">As of the killed.</param>
/// <param name="InjuredHigh">As of the killed.</param>
/// <param name="InjuredSaid">As of the killed.</param>
/// <param name="InjuredUnbounded">As of the killed.</param>
/// <param name="AbductedLow">As of the killed.</param>
/// <param name="AbductedBest">As of the killed.</param>
/// <param name="AbductedHigh">As of the killed.</param>
/// <param name="AbductedSaid">As of the killed.</param>
/// <param name="AbductedUnbounded">As of the killed.</param>
internal sealed record PeriodCount(
    int Period, string EventType, int Incidents, int Unreviewed, int WithoutToll, int InConflict,
    long KilledLow, long KilledBest, long KilledHigh, int KilledSaid, int KilledUnbounded,
    long InjuredLow, long InjuredBest, long InjuredHigh, int InjuredSaid, int InjuredUnbounded,
    long AbductedLow, long AbductedBest, long AbductedHigh, int AbductedSaid, int AbductedUnbounded)
{
    /// <summary>Adds up one of the periods.</summary>
    public static PeriodFigures Figures(IReadOnlyCollection<PeriodCount> counts, int number)
    {
        var period = counts.Where(count => count.Period == number).ToList();
        return new PeriodFigures(
            period.Sum(count => count.Incidents),
            [.. period.Select(count => new NamedCount(count.EventType, count.Incidents)).OrderByDescending(type => type.Count).ThenBy(type => type.Name, StringComparer.Ordinal)],
            Total(period.Select(count => (count.KilledLow, count.KilledBest, count.KilledHigh, count.KilledSaid, count.KilledUnbounded))),
            Total(period.Select(count => (count.InjuredLow, count.InjuredBest, count.InjuredHigh, count.InjuredSaid, count.InjuredUnbounded))),
            Total(period.Select(count => (count.AbductedLow, count.AbductedBest, count.AbductedHigh, count.AbductedSaid, count.AbductedUnbounded))),
            period.Sum(count => count.WithoutToll),
            period.Sum(count => count.InConflict),
            period.Sum(count => count.Unreviewed));
    }

    // The honest total: see PeriodFigures.
    private static CasualtyCount Total(IEnumerable<(long Low, long Best, long High, int Said, int Unbounded)> sums)
    {
        var (low, best, high, said, unbounded) = sums.Aggregate(
            (Low: 0L, Best: 0L, High: 0L, Said: 0, Unbounded: 0), (a, b) => (a.Low + b.Low, a.Best + b.Best, a.High + b.High, a.Said + b.Said, a.Unbounded + b.Unbounded));
        return said == 0 ? CasualtyCount.Unsaid : new CasualtyCount(Number(low), Number(best), unbounded > 0 ? null : Number(high));

        static int Number(long sum) => (int)Math.Min(sum, int.MaxValue);
    }
}
