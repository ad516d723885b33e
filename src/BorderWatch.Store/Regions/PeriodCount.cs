using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>One month, one event type, one of the two periods: what PostgreSQL counts, and what the summary's figures are added up from.</summary>
internal sealed class PeriodCount
{
    public required bool IsNow { get; init; }

    public required int Year { get; init; }

    public required int Month { get; init; }

    public required string EventType { get; init; }

    public required int Incidents { get; init; }

    public required int WithoutToll { get; init; }

    public required int InConflict { get; init; }

    public required CasualtySum Killed { get; init; }

    public required CasualtySum Injured { get; init; }

    public required CasualtySum Abducted { get; init; }

    /// <summary>Counts the incidents of both periods; those on or after <paramref name="from"/> are now.</summary>
    public static Task<List<PeriodCount>> ReadAsync(IQueryable<Incident> incidents, DateOnly from, CancellationToken cancellation) => incidents
        .GroupBy(i => new { IsNow = i.TimelineDate >= from, i.TimelineDate.Year, i.TimelineDate.Month, i.EventType })
        .Select(g => new PeriodCount
        {
            IsNow = g.Key.IsNow,
            Year = g.Key.Year,
            Month = g.Key.Month,
            EventType = g.Key.EventType,
            Incidents = g.Count(),
            WithoutToll = g.Count(i => i.Killed.Low == null && i.Killed.Best == null && i.Killed.High == null),
            InConflict = g.Count(i => i.HasConflict),
            Killed = new CasualtySum(
                g.Sum(i => (long)(i.Killed.Low ?? 0)), g.Sum(i => (long)(i.Killed.Best ?? i.Killed.Low ?? 0)), g.Sum(i => (long)(i.Killed.High ?? 0)),
                g.Count(i => i.Killed.Low != null || i.Killed.Best != null || i.Killed.High != null),
                g.Count(i => (i.Killed.Low != null || i.Killed.Best != null) && i.Killed.High == null)),
            Injured = new CasualtySum(
                g.Sum(i => (long)(i.Injured.Low ?? 0)), g.Sum(i => (long)(i.Injured.Best ?? i.Injured.Low ?? 0)), g.Sum(i => (long)(i.Injured.High ?? 0)),
                g.Count(i => i.Injured.Low != null || i.Injured.Best != null || i.Injured.High != null),
                g.Count(i => (i.Injured.Low != null || i.Injured.Best != null) && i.Injured.High == null)),
            Abducted = new CasualtySum(
                g.Sum(i => (long)(i.Abducted.Low ?? 0)), g.Sum(i => (long)(i.Abducted.Best ?? i.Abducted.Low ?? 0)), g.Sum(i => (long)(i.Abducted.High ?? 0)),
                g.Count(i => i.Abducted.Low != null || i.Abducted.Best != null || i.Abducted.High != null),
                g.Count(i => (i.Abducted.Low != null || i.Abducted.Best != null) && i.Abducted.High == null)),
        })
        .ToListAsync(cancellation);

    /// <summary>Adds up one of the two periods.</summary>
    public static PeriodFigures Figures(IReadOnlyCollection<PeriodCount> counts, bool isNow)
    {
        var period = counts.Where(count => count.IsNow == isNow).ToList();
        return new PeriodFigures(
            period.Sum(count => count.Incidents),
            [.. period.GroupBy(count => count.EventType)
                .Select(type => new NamedCount(type.Key, type.Sum(count => count.Incidents)))
                .OrderByDescending(type => type.Count).ThenBy(type => type.Name, StringComparer.Ordinal)],
            CasualtySum.Total(period.Select(count => count.Killed)),
            CasualtySum.Total(period.Select(count => count.Injured)),
            CasualtySum.Total(period.Select(count => count.Abducted)),
            period.Sum(count => count.WithoutToll),
            period.Sum(count => count.InConflict));
    }

    /// <summary>Every month of the period before and of this one, with every type that occurs in either, zeros included.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="start">First day of the period before.</param>
    /// <param name="from">First day of this period.</param>
    /// <param name="to">Its last day, inclusive.</param>
    public static IReadOnlyList<MonthCount> ByMonth(IReadOnlyCollection<PeriodCount> counts, DateOnly start, DateOnly from, DateOnly to)
    {
        var types = counts.Select(count => count.EventType).Distinct().Order(StringComparer.Ordinal).ToList();
        var found = counts.ToDictionary(count => (count.IsNow, count.Year, count.Month, count.EventType), count => count.Incidents);
        var before = from > start ? Months(start, from.AddDays(-1), isNow: false) : [];
        return [.. before, .. Months(from, to, isNow: true)];

        IEnumerable<MonthCount> Months(DateOnly first, DateOnly last, bool isNow)
        {
            for (var index = first.Year * 12 + first.Month - 1; index <= last.Year * 12 + last.Month - 1; index++)
            {
                var month = new DateOnly(index / 12, index % 12 + 1, 1);
                foreach (var type in types)
                    yield return new MonthCount(month, type, found.GetValueOrDefault((isNow, month.Year, month.Month, type)), !isNow);
            }
        }
    }
}

/// <summary>Sums of some incidents' casualties, of how many incidents they are, and how many of those name no upper bound.</summary>
internal sealed record CasualtySum(long Low, long Best, long High, int Said, int Unbounded)
{
    /// <summary>The honest total: see <see cref="PeriodFigures"/>.</summary>
    public static CasualtyCount Total(IEnumerable<CasualtySum> sums)
    {
        var all = sums.Aggregate(new CasualtySum(0, 0, 0, 0, 0), (a, b) =>
            new CasualtySum(a.Low + b.Low, a.Best + b.Best, a.High + b.High, a.Said + b.Said, a.Unbounded + b.Unbounded));
        if (all.Said == 0) return CasualtyCount.Unsaid;
        return new CasualtyCount(Number(all.Low), Number(all.Best), all.Unbounded > 0 ? null : Number(all.High));

        static int Number(long sum) => (int)Math.Min(sum, int.MaxValue);
    }
}
