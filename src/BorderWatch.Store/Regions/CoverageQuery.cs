using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Counts the outlets that spoke in some days.</summary>
internal static class CoverageQuery
{
    /// <summary>Reads it; all days inclusive, UTC.</summary>
    public static async Task<Coverage> CoverageAsync(this BorderWatchDbContext db, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var (now, past) = (Moment(from), Moment(to, 1));
        var before = Moment(from, -days);
        var (year, yearPast) = (Moment(from.Year > 1 ? from.AddYears(-1) : from), Moment(to.Year > 1 ? to.AddYears(-1) : to, 1));
        var sources = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKind.Feed && s.IsEnabled).OrderBy(s => s.Name).Select(s => new
        {
            s.Name,
            Failing = s.ConsecutiveFailures > 0,
            Now = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= now && a.PublishedAt < past),
            Before = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= before && a.PublishedAt < now),
            YearBefore = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= year && a.PublishedAt < yearPast),
        }).ToListAsync(cancellation);
        return new Coverage(sources.Count, sources.Count(s => s.Now), sources.Count(s => s.Before), sources.Count(s => s.YearBefore), [.. sources.Where(s => s.Failing).Select(s => s.Name)]);
    }

    // Kept within what a date can hold.
    private static DateTimeOffset Moment(DateOnly day, int later = 0) =>
        new(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + later, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)), TimeOnly.MinValue, TimeSpan.Zero);
}
