using BorderWatch.Store.Actors;
using BorderWatch.Store.Tallies;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <inheritdoc cref="IRegionComparison"/>
internal sealed class RegionComparisons(IDbContextFactory<BorderWatchDbContext> contexts) : IRegionComparison
{
    // A year and the same days of a leap year before are still as long.
    private const int Leap = 1;

    public async Task<RegionComparison> CompareAsync(IReadOnlyList<Guid> regions, DaySpan now, DaySpan? then, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var known = await db.Regions.AsNoTracking().WithParts().Where(region => regions.Contains(region.Id)).ToDictionaryAsync(region => region.Id, cancellation);
        var compared = new List<ComparedRegion>();
        foreach (var id in regions.Distinct())
        {
            if (known.TryGetValue(id, out var region)) compared.Add(await CompareAsync(db, region, now, then, cancellation));
        }
        // Of the period just before nothing is shown.
        var other = then ?? now;
        return new(compared, await db.CoverageAsync(now.From, now.From, now.To, (other.From, other.To), cancellation));
    }

    public async Task<RegionCalendar?> CalendarAsync(Guid region, int year, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Regions.AsNoTracking().WithParts().SingleOrDefaultAsync(r => r.Id == region, cancellation) is not { } found) return null;
        var days = await db.DaysAsync(region, new(new(year, 1, 1), new(year, 12, 31)), cancellation);
        return new(found, year, days.GroupBy(day => day.Date).ToDictionary(day => day.Key, day => day.Sum(type => type.Count)), await db.KnownSinceAsync(region, DateOnly.MaxValue, cancellation));
    }

    private static async Task<ComparedRegion> CompareAsync(BorderWatchDbContext db, Region region, DaySpan now, DaySpan? then, CancellationToken cancellation)
    {
        DaySpan[] periods = then is { } other ? [now, other] : [now];
        var counts = await db.PeriodsAsync(region.Id, periods, cancellation);
        var steps = await db.StepsAsync(region.Id, periods, cancellation);
        var actors = (await db.NamesAsync(region.Id, now, asksOld: false, cancellation)).Where(sum => sum.Kind == nameof(RegionNameKind.Actor))
            .Select(sum => new ActorRoles(Guid.Parse(sum.Name), sum.ActorName ?? "", [.. sum.Roles.Split(',').Select(Enum.Parse<ActorRole>)], sum.Count)).ToList();
        var compared = periods.Select((days, at) => new ComparedPeriod(days, PeriodCount.Figures(counts, at + 1), TrendCount.Arrange([.. steps[at + 1]], days.From, days.From, days.To))).ToList();
        return new(region, compared[0], compared.ElementAtOrDefault(1), then is { } past && Math.Abs(past.Days - now.Days) <= Leap
            ? CountComparison.Of(compared[0].Figures.Incidents, compared[1].Figures.Incidents, TrendCount.WholeWeeks([.. steps[1]], now.From, now.To), TrendCount.WholeWeeks([.. steps[2]], past.From, past.To)) : null, actors);
    }
}
