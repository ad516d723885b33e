using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Reads a region's figures from the sums that the database keeps, as raw SQL: several periods in one round trip.</summary>
internal static class RegionSums
{
    /// <summary>Figures by event type of each period; a type that a period does not have is missing.</summary>
    public static Task<List<PeriodCount>> PeriodsAsync(this BorderWatchDbContext db, Guid region, IReadOnlyList<DaySpan> periods, CancellationToken cancellation)
    {
        var (from, to) = Bounds(periods);
        return db.Database.SqlQuery<PeriodCount>(
            $"""
            SELECT p.period::int, t.event_type, sum(t.incidents)::int AS incidents, sum(t.unreviewed)::int AS unreviewed, sum(t.without_toll)::int AS without_toll, sum(t.in_conflict)::int AS in_conflict,
                sum(t.killed_low)::bigint AS killed_low, sum(t.killed_best)::bigint AS killed_best, sum(t.killed_high)::bigint AS killed_high,
                sum(t.killed_said)::int AS killed_said, sum(t.killed_unbounded)::int AS killed_unbounded,
                sum(t.injured_low)::bigint AS injured_low, sum(t.injured_best)::bigint AS injured_best, sum(t.injured_high)::bigint AS injured_high,
                sum(t.injured_said)::int AS injured_said, sum(t.injured_unbounded)::int AS injured_unbounded,
                sum(t.abducted_low)::bigint AS abducted_low, sum(t.abducted_best)::bigint AS abducted_best, sum(t.abducted_high)::bigint AS abducted_high,
                sum(t.abducted_said)::int AS abducted_said, sum(t.abducted_unbounded)::int AS abducted_unbounded
            FROM unnest({from}, {to}) WITH ORDINALITY p (first, last, period)
            JOIN region_tallies t ON t.region_id = {region} AND t.timeline_date BETWEEN p.first AND p.last
            GROUP BY p.period, t.event_type HAVING sum(t.incidents) > 0
            """).ToListAsync(cancellation);
    }

    /// <summary>
    /// Incidents by type of each period's weeks, counted back from its last day, cut where a month ends: enough for a trend by week or month.
    /// The date is some day of the step.
    /// </summary>
    public static async Task<ILookup<int, DayCount>> StepsAsync(this BorderWatchDbContext db, Guid region, IReadOnlyList<DaySpan> periods, CancellationToken cancellation)
    {
        var (from, to) = Bounds(periods);
        var steps = await db.Database.SqlQuery<StepCount>(
            $"""
            SELECT p.period::int, min(t.timeline_date) AS date, t.event_type, sum(t.incidents)::int AS count
            FROM unnest({from}, {to}) WITH ORDINALITY p (first, last, period)
            JOIN region_tallies t ON t.region_id = {region} AND t.timeline_date BETWEEN p.first AND p.last
            GROUP BY p.period, t.event_type, (p.last - t.timeline_date) / 7, date_trunc('month', t.timeline_date) HAVING sum(t.incidents) > 0
            """).ToListAsync(cancellation);
        return steps.ToLookup(step => step.Period, step => new DayCount(step.Date, step.EventType, step.Count));
    }

    /// <summary>Incidents by day and type.</summary>
    public static async Task<IReadOnlyList<DayCount>> DaysAsync(this BorderWatchDbContext db, Guid region, DaySpan days, CancellationToken cancellation) =>
        await db.RegionTallies.Where(tally => tally.RegionId == region && tally.TimelineDate >= days.From && tally.TimelineDate <= days.To)
            .GroupBy(tally => new { tally.TimelineDate, tally.EventType })
            .Select(g => new { g.Key.TimelineDate, g.Key.EventType, Count = g.Sum(tally => tally.Incidents) }).Where(g => g.Count > 0)
            .Select(g => new DayCount(g.TimelineDate, g.EventType, g.Count)).ToListAsync(cancellation);

    /// <summary>Who, where and with what, and how often; by the month where a whole month belongs to the days.</summary>
    /// <param name="db">The store.</param>
    /// <param name="region">The region.</param>
    /// <param name="days">The period.</param>
    /// <param name="asksOld">Whether it matters what an earlier incident had.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static Task<List<NamedSum>> NamesAsync(this BorderWatchDbContext db, Guid region, DaySpan days, bool asksOld, CancellationToken cancellation)
    {
        var (months, head, tail) = days.ByMonth();
        return db.Database.SqlQuery<NamedSum>(
            $"""
            SELECT c.kind, c.name, c.roles, c.count, a.name AS actor_name, a.kind AS actor_kind, {asksOld} AND EXISTS (
                SELECT FROM region_name_tallies o WHERE o.region_id = {region} AND o.kind = c.kind AND o.name = c.name AND NOT o.is_month AND o.day < {days.From}
                GROUP BY o.day HAVING sum(o.incidents) > 0) AS is_old
            FROM (
                SELECT kind, name, roles, sum(incidents)::int AS count FROM (
                    SELECT kind, name, roles, incidents FROM region_name_tallies WHERE region_id = {region} AND is_month AND day BETWEEN {months.From} AND {months.To} AND kind <> 'Target'
                    UNION ALL SELECT kind, name, roles, incidents FROM region_name_tallies WHERE region_id = {region} AND NOT is_month AND day BETWEEN {head.From} AND {head.To} AND kind NOT IN ('Toll', 'Target')
                    UNION ALL SELECT kind, name, roles, incidents FROM region_name_tallies WHERE region_id = {region} AND NOT is_month AND day BETWEEN {tail.From} AND {tail.To} AND kind NOT IN ('Toll', 'Target')
                ) t GROUP BY kind, name, roles HAVING sum(incidents) > 0
            ) c LEFT JOIN actors a ON a.id = CASE WHEN c.kind = 'Actor' THEN c.name::uuid END
            """).ToListAsync(cancellation);
    }

    /// <summary>The day of the region's first incident before a day; null where there is none.</summary>
    public static Task<DateOnly?> KnownSinceAsync(this BorderWatchDbContext db, Guid region, DateOnly before, CancellationToken cancellation) =>
        db.RegionTallies.Where(tally => tally.RegionId == region && tally.TimelineDate < before)
            .GroupBy(tally => tally.TimelineDate).Where(g => g.Sum(tally => tally.Incidents) > 0)
            .OrderBy(g => g.Key).Select(g => (DateOnly?)g.Key).FirstOrDefaultAsync(cancellation);

    /// <summary>The incidents with most people killed, of equals the newest first.</summary>
    public static async Task<IReadOnlyList<TimelineRow>> GravestAsync(this BorderWatchDbContext db, Guid region, DaySpan days, int most, CancellationToken cancellation)
    {
        var names = await db.RegionNameTallies
            .Where(tally => tally.RegionId == region && tally.Kind == RegionNameKind.Toll && !tally.IsMonth && tally.Day >= days.From && tally.Day <= days.To)
            .GroupBy(tally => tally.Name).Where(g => g.Sum(tally => tally.Incidents) > 0)
            .OrderByDescending(g => g.Key).Select(g => g.Key).Take(most).ToListAsync(cancellation);
        if (names.Count == 0) return [];
        // The id is the end of the name.
        var ids = names.Select(name => Guid.Parse(name[^36..])).ToList();
        var rows = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(TimelineRowParts.Of).ToListAsync(cancellation);
        return [.. rows.Select(parts => parts.ToRow()).OrderBy(row => ids.IndexOf(row.Id))];
    }

    private static (DateOnly[] From, DateOnly[] To) Bounds(IReadOnlyList<DaySpan> periods) =>
        ([.. periods.Select(period => period.From)], [.. periods.Select(period => period.To)]);

    private sealed record StepCount(int Period, DateOnly Date, string EventType, int Count);
}

/// <summary>How many incidents of a period name something, and whether an earlier incident of the region did.</summary>
/// <param name="Kind">What is named, as <see cref="RegionNameKind"/>.</param>
/// <param name="Name">As <see cref="RegionNameTally.Name"/>.</param>
/// <param name="Roles">As <see cref="RegionNameTally.Roles"/>.</param>
/// <param name="Count">How many incidents.</param>
/// <param name="ActorName">The actor's name.</param>
/// <param name="ActorKind">The actor's kind, as <see cref="Actors.ActorKind"/>.</param>
/// <param name="IsOld">True where an incident before the period's first day has it too; false where nobody asked.</param>
internal sealed record NamedSum(string Kind, string Name, string Roles, int Count, string? ActorName, string? ActorKind, bool IsOld);
