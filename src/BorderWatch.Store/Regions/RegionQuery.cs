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
        return await db.Regions.AsNoTracking().WithParts().OrderBy(region => region.Name).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<AreaCount>> AreasAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var areas = await db.SpotTallies
            .Join(db.Places, tally => tally.PlaceId, place => (Guid?)place.Id, (tally, place) => new { place.CountryCode, place.Admin1, tally.Incidents })
            .Where(spot => spot.CountryCode != null)
            .GroupBy(spot => new { spot.CountryCode, spot.Admin1 })
            .Select(g => new { g.Key.CountryCode, g.Key.Admin1, Count = g.Sum(spot => spot.Incidents) }).Where(area => area.Count > 0)
            .ToListAsync(cancellation);
        return [.. areas.Select(area => new AreaCount(area.CountryCode!, area.Admin1, area.Count)).OrderBy(area => area.CountryCode, StringComparer.Ordinal).ThenBy(area => area.Admin1, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<DistrictCount>> DistrictsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var districts = await db.SpotTallies
            .Join(db.Places, tally => tally.PlaceId, place => (Guid?)place.Id, (tally, place) => new { place.CountryCode, place.Admin1, place.Admin2, tally.Incidents })
            .Where(spot => spot.CountryCode != null && spot.Admin1 != null && spot.Admin2 != null)
            .GroupBy(spot => new { spot.CountryCode, spot.Admin1, spot.Admin2 })
            .Select(g => new { g.Key.CountryCode, g.Key.Admin1, g.Key.Admin2, Count = g.Sum(spot => spot.Incidents) }).Where(district => district.Count > 0)
            .ToListAsync(cancellation);
        return
        [
            .. districts.Select(district => new DistrictCount(district.CountryCode!, district.Admin1!, district.Admin2!, district.Count))
                .OrderBy(district => district.CountryCode, StringComparer.Ordinal).ThenBy(district => district.Admin1, StringComparer.Ordinal).ThenBy(district => district.Admin2, StringComparer.Ordinal),
        ];
    }

    public async Task<RegionSummary?> SummariseAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var days = to.DayNumber - from.DayNumber + 1;
        var start = DateOnly.FromDayNumber(Math.Max(0, from.DayNumber - days));
        var (yearFrom, yearTo) = from.Year > 1 ? (from.AddYears(-1), to.AddYears(-1)) : (from, to);
        // Nothing is before the calendar's first day.
        var (now, before, year) = (new DaySpan(from, to), from > start ? new DaySpan(start, from.AddDays(-1)) : default(DaySpan?), new DaySpan(yearFrom, yearTo));
        DaySpan[] periods = before is { } earlier ? [now, year, earlier] : [now, year];

        var (figuresRead, namesRead) = (FiguresAsync(), NamesAsync());
        await Task.WhenAll(figuresRead, namesRead);
        var (region, counts, steps, knownSince, coverage) = await figuresRead;
        if (region is null) return null;
        var (names, perpetrators, targets, gravest, trends, targetKinds) = await namesRead;

        var (figures, figuresYear, figuresBefore) = (PeriodCount.Figures(counts, 1), PeriodCount.Figures(counts, 2), PeriodCount.Figures(counts, 3));
        var weeks = TrendCount.WholeWeeks([.. steps[1]], from, to);
        return new RegionSummary(
            region, from, to, figures, figuresBefore, figuresYear, TrendCount.Arrange([.. steps[3], .. steps[1]], start, from, to),
            CountComparison.Of(figures.Incidents, figuresBefore.Incidents, weeks, before is { } past ? TrendCount.WholeWeeks([.. steps[3]], past.From, past.To) : []),
            CountComparison.Of(figures.Incidents, figuresYear.Incidents, weeks, TrendCount.WholeWeeks([.. steps[2]], yearFrom, yearTo)),
            names.Firsts(knownSince), coverage, names.Areas, perpetrators, targets, gravest, trends, targetKinds);

        // Over two connections at the same time: neither needs what the other reads.
        async Task<(Region?, List<PeriodCount>, ILookup<int, DayCount>, DateOnly?, Coverage)> FiguresAsync()
        {
            await using var own = await contexts.CreateDbContextAsync(cancellation);
            return (
                await own.Regions.AsNoTracking().WithParts().SingleOrDefaultAsync(r => r.Id == regionId, cancellation),
                await own.PeriodsAsync(regionId, periods, cancellation), await own.StepsAsync(regionId, periods, cancellation),
                await own.KnownSinceAsync(regionId, from, cancellation), await own.CoverageAsync(start, from, to, (yearFrom, yearTo), cancellation));
        }

        async Task<(RegionNames, IReadOnlyList<ActorCount>, IReadOnlyList<ActorCount>, IReadOnlyList<TimelineRow>, ActorTrends, IReadOnlyList<TargetCount>)> NamesAsync()
        {
            await using var own = await contexts.CreateDbContextAsync(cancellation);
            var named = new RegionNames(await own.NamesAsync(regionId, now, asksOld: true, cancellation), Most);
            var (perpetrators, targets) = (named.Actors(ActorRole.Perpetrator), named.Actors(ActorRole.Target));
            var (trends, kinds) = await own.TrendsAsync(regionId, periods, perpetrators.Concat(targets).Select(actor => actor.Id), cancellation);
            return (named, perpetrators, targets, await own.GravestAsync(regionId, now, Most, cancellation), trends, kinds);
        }
    }
}
