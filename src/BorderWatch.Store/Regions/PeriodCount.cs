using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>One event type in one of two periods: what PostgreSQL counts, and what the summary's figures are added up from.</summary>
internal sealed class PeriodCount
{
    public required bool IsNow { get; init; }

    public required string EventType { get; init; }

    public required int Incidents { get; init; }

    public required int Unreviewed { get; init; }

    public required int WithoutToll { get; init; }

    public required int InConflict { get; init; }

    public required CasualtySum Killed { get; init; }

    public required CasualtySum Injured { get; init; }

    public required CasualtySum Abducted { get; init; }

    /// <summary>Counts the incidents of both periods; those on or after <paramref name="from"/> are now.</summary>
    public static Task<List<PeriodCount>> ReadAsync(IQueryable<Incident> incidents, DateOnly from, CancellationToken cancellation) => incidents
        .GroupBy(i => new { IsNow = i.TimelineDate >= from, i.EventType })
        .Select(g => new PeriodCount
        {
            IsNow = g.Key.IsNow,
            EventType = g.Key.EventType,
            Incidents = g.Count(),
            Unreviewed = g.Count(i => i.Status == IncidentStatus.Unreviewed),
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
            period.Sum(count => count.InConflict),
            period.Sum(count => count.Unreviewed));
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
