using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

internal sealed class RegionQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IRegionQuery
{
    private const int Most = 10;

    public async Task<IReadOnlyList<Region>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Regions.AsNoTracking().Include(region => region.Areas).OrderBy(region => region.Name).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<AreaCount>> AreasAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var areas = await db.IncidentsOf(new TimelineFilter()).AreasAsync(int.MaxValue, cancellation);
        return [.. areas.OrderBy(area => area.CountryCode, StringComparer.Ordinal).ThenBy(area => area.Admin1, StringComparer.Ordinal)];
    }

    public async Task<RegionSummary?> SummariseAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var region = await db.Regions.AsNoTracking().Include(r => r.Areas).SingleOrDefaultAsync(r => r.Id == regionId, cancellation);
        if (region is null) return null;

        var days = to.DayNumber - from.DayNumber + 1;
        var start = DateOnly.FromDayNumber(Math.Max(0, from.DayNumber - days));
        var incidents = db.IncidentsOf(new TimelineFilter { RegionId = regionId, From = from, To = to });
        var both = db.IncidentsOf(new TimelineFilter { RegionId = regionId, From = start, To = to });

        var counts = await PeriodCount.ReadAsync(both, from, cancellation);
        var trend = await TrendCount.ReadAsync(both, cancellation);
        var (yearFrom, yearTo) = from.Year > 1 ? (from.AddYears(-1), to.AddYears(-1)) : (from, to);
        var year = db.IncidentsOf(new TimelineFilter { RegionId = regionId, From = yearFrom, To = yearTo });
        var yearCounts = await PeriodCount.ReadAsync(year, yearFrom, cancellation);
        var yearTrend = await TrendCount.ReadAsync(year, cancellation);
        var earlier = db.IncidentsOf(new TimelineFilter { RegionId = regionId, To = from > DateOnly.MinValue ? from.AddDays(-1) : from });
        var gravest = await incidents
            .Where(i => (i.Killed.Best ?? i.Killed.Low) > 0)
            .OrderByDescending(i => i.Killed.Best ?? i.Killed.Low).ThenByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id)
            .Take(Most).Select(TimelineRowParts.Of).ToListAsync(cancellation);
        var (figures, figuresBefore, figuresYear) = (PeriodCount.Figures(counts, isNow: true), PeriodCount.Figures(counts, isNow: false), PeriodCount.Figures(yearCounts, isNow: true));
        var weeks = TrendCount.WholeWeeks(trend, from, to);
        return new RegionSummary(
            region, from, to, figures, figuresBefore, figuresYear, TrendCount.Arrange(trend, start, from, to),
            CountComparison.Of(figures.Incidents, figuresBefore.Incidents, weeks, from > start ? TrendCount.WholeWeeks(trend, start, from.AddDays(-1)) : []),
            CountComparison.Of(figures.Incidents, figuresYear.Incidents, weeks, TrendCount.WholeWeeks(yearTrend, yearFrom, yearTo)),
            await db.FirstsAsync(incidents, earlier, cancellation), await db.CoverageAsync(start, from, to, (yearFrom, yearTo), cancellation),
            await incidents.AreasAsync(Most, cancellation), await db.ActorsAsync(incidents, ActorRole.Perpetrator, Most, cancellation),
            await db.ActorsAsync(incidents, ActorRole.Target, Most, cancellation), [.. gravest.Select(parts => parts.ToRow())]);
    }
}
