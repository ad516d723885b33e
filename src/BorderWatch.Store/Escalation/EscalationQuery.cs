using BorderWatch.Store.Regions;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Escalation;

internal sealed class EscalationQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IEscalationQuery
{
    /// <summary>A watch that gave notice of a type says nothing more of it for so many days.</summary>
    public const int QuietDays = 28;

    // Three years, the guard weeks, and the week itself.
    private const int DaysOfHistory = 7 * (3 * ExpectedWeek.Year + ExpectedWeek.Guard + 1);

    public async Task<EscalationReading?> ReadAsync(Guid regionId, DateOnly last, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await RegionAsync(db, regionId, cancellation) is not { } region) return null;
        var (since, counts) = await CountsAsync(db, region, last, last, cancellation);
        var week = last.AddDays(-6);
        var coverage = await db.CoverageAsync(last.AddDays(-7 * (ExpectedWeek.Year + ExpectedWeek.Guard + 1)), week, last, (week.AddYears(-1), last.AddYears(-1)), cancellation);
        var reading = new EscalationReading(region, week, last, since, coverage, [.. counts.Select(type => Week(type.Key, type.Value.WeekTo(last)))]);
        return reading with { Types = [.. reading.Types.OrderBy(type => reading.VerdictOf(type) switch { RangeVerdict.Above => 0, RangeVerdict.Below => 1, _ => 2 }).ThenByDescending(type => type.Count).ThenBy(type => type.EventType, StringComparer.Ordinal)] };
    }

    public async Task<IReadOnlyList<(DateOnly Day, string EventType, RangeVerdict Verdict)>> PastAsync(Guid regionId, IReadOnlyList<string> eventTypes, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await RegionAsync(db, regionId, cancellation) is not { } region) return [];
        var (_, counts) = await CountsAsync(db, region, from, to, cancellation);
        List<(DateOnly Day, string EventType, RangeVerdict Verdict)> notices = [];
        foreach (var (type, days) in counts.Where(type => eventTypes.Count == 0 || eventTypes.Contains(type.Key)))
        {
            Dictionary<RangeVerdict, DateOnly> told = [];
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                var (count, expected) = days.WeekTo(day);
                var verdict = expected?.Of(count) ?? RangeVerdict.Within;
                if (verdict == RangeVerdict.Within) continue;
                if (told.TryGetValue(verdict, out var before) && day < before.AddDays(QuietDays)) continue;
                told[verdict] = day;
                notices.Add((day, type, verdict));
            }
        }
        return [.. notices.OrderBy(notice => notice.Day).ThenBy(notice => notice.EventType, StringComparer.Ordinal)];
    }

    private static TypeWeek Week(string type, (int Count, ExpectedWeek? Expected) week) => new(type, week.Count, week.Expected);

    private static Task<Region?> RegionAsync(BorderWatchDbContext db, Guid id, CancellationToken cancellation) =>
        db.Regions.AsNoTracking().SingleOrDefaultAsync(region => region.Id == id, cancellation);

    // By type, from the first incident of the region on, so that the years before anybody watched are not taken for peace.
    private static async Task<(DateOnly? Since, Dictionary<string, DailyCounts> Counts)> CountsAsync(BorderWatchDbContext db, Region region, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var shown = await db.DaysAsync(region.Id, new(from.AddDays(1 - DaysOfHistory), to), cancellation);
        if (shown.Count == 0) return (null, []);
        var since = shown.Min(day => day.Date);
        return (since, shown.GroupBy(day => day.EventType).ToDictionary(type => type.Key, type => DailyCounts.Of(since, to, type.Select(day => (day.Date, day.Count)))));
    }
}
