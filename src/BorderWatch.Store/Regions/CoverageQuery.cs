using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Counts the outlets that spoke in some days.</summary>
internal static class CoverageQuery
{
    /// <summary>Reads it; all days inclusive, UTC.</summary>
    /// <param name="db">The store.</param>
    /// <param name="start">First day of the period before.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Its last day.</param>
    /// <param name="year">The same days a year before.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static async Task<Coverage> CoverageAsync(
        this BorderWatchDbContext db, DateOnly start, DateOnly from, DateOnly to, (DateOnly From, DateOnly To) year, CancellationToken cancellation)
    {
        var (before, now, past) = (Moment(start), Moment(from), After(to));
        var (yearFrom, yearPast) = (Moment(year.From), After(year.To));
        var sources = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKind.Feed && s.IsEnabled).OrderBy(s => s.Name).Select(s => new
        {
            s.Name,
            Failing = s.ConsecutiveFailures > 0,
            Now = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= now && a.PublishedAt < past),
            Before = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= before && a.PublishedAt < now),
            YearBefore = db.Articles.Any(a => a.SourceId == s.Id && a.PublishedAt >= yearFrom && a.PublishedAt < yearPast),
        }).ToListAsync(cancellation);
        return new Coverage(sources.Count, sources.Count(s => s.Now), sources.Count(s => s.Before), sources.Count(s => s.YearBefore), [.. sources.Where(s => s.Failing).Select(s => s.Name)]);
    }

    private static DateTimeOffset Moment(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    // The last day there is has none after it.
    private static DateTimeOffset After(DateOnly day) => Moment(day < DateOnly.MaxValue ? day.AddDays(1) : day);
}
