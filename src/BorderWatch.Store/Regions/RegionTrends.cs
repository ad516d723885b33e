using BorderWatch.Store.Actors;
using BorderWatch.Store.Tallies;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Reads from a region's sums when somebody took part, and how often each kind of target was hit.</summary>
internal static class RegionTrends
{
    private static readonly TargetKind[] s_kinds = Enum.GetValues<TargetKind>();

    /// <summary>When some actors took part in the first of the periods, and what was hit in each of them; by the month where a whole month belongs to a period that is shown by month, else by the day.</summary>
    /// <param name="db">The store.</param>
    /// <param name="region">The region.</param>
    /// <param name="periods">The period, the same days a year before, and the period just before where there is one.</param>
    /// <param name="actors">Whose trend is wanted.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static async Task<(ActorTrends Actors, IReadOnlyList<TargetCount> Targets)> TrendsAsync(
        this BorderWatchDbContext db, Guid region, IReadOnlyList<DaySpan> periods, IEnumerable<Guid> actors, CancellationToken cancellation)
    {
        string[] names = [.. actors.Distinct().Select(id => id.ToString()), .. s_kinds.Select(kind => kind.ToString())];
        var spans = Spans(periods).ToList();
        var days = await db.Database.SqlQuery<NameDays>(
            $"""
            SELECT t.kind, t.name, t.roles, s.period::int, t.day, sum(t.incidents)::int AS count
            FROM unnest({spans.Select(span => span.Kind.ToString()).ToArray()}, {spans.Select(span => span.Period).ToArray()}, {spans.Select(span => span.IsMonth).ToArray()},
                {spans.Select(span => span.Days.From).ToArray()}, {spans.Select(span => span.Days.To).ToArray()}) s (kind, period, is_month, first, last)
            JOIN region_name_tallies t ON t.region_id = {region} AND t.kind = s.kind AND t.name = ANY ({names}) AND t.is_month = s.is_month AND t.day BETWEEN s.first AND s.last
            GROUP BY t.kind, t.name, t.roles, s.period, t.day HAVING sum(t.incidents) > 0
            """).ToListAsync(cancellation);
        var steps = TrendCount.StepsOf(periods[0]);
        return (
            new ActorTrends(steps, days.Where(day => day.Kind == nameof(RegionNameKind.Actor))),
            TargetCount.Of(steps, days.Where(day => day.Kind == nameof(RegionNameKind.Target)).ToLookup(day => Enum.Parse<TargetKind>(day.Name))));
    }

    // Actors in the first period alone. What a month holds is not read day by day, but where weeks are shown.
    private static IEnumerable<(RegionNameKind Kind, int Period, bool IsMonth, DaySpan Days)> Spans(IReadOnlyList<DaySpan> periods)
    {
        for (var at = 0; at < periods.Count; at++)
        {
            var (months, head, tail) = periods[at].ByMonth();
            (bool IsMonth, DaySpan Days)[] parts = at == 0 && TrendCount.IsWeekly(periods[0].Days) ? [(false, periods[0])] : [(true, months), (false, head), (false, tail)];
            foreach (var (isMonth, days) in parts.Where(part => part.Days.Days > 0))
            {
                yield return (RegionNameKind.Target, at, isMonth, days);
                if (at == 0) yield return (RegionNameKind.Actor, at, isMonth, days);
            }
        }
    }
}

/// <summary>In how many incidents of a day, or of a month of which the day is the first, something is named.</summary>
internal sealed record NameDays(string Kind, string Name, string Roles, int Period, DateOnly Day, int Count);
