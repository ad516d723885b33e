using BorderWatch.Store.Places;
using BorderWatch.Store.Tallies;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Timeline;

internal sealed class TimelineQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ITimelineQuery
{
    // Of more it would take longer to count who took part than anybody waits for a list of names.
    private const int MostForActors = 5000;

    public async Task<TimelinePage> PageAsync(TimelineFilter filter, TimelineCursor? after, int size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // One more than asked for tells whether there is a next page.
        var read = await db.SearchedAsync(
            filter,
            search => db.IncidentsOf(filter, search).PageAfter(after, size + 1).Select(TimelineRowParts.Of).ToListAsync(cancellation),
            rows => rows.Count == 0,
            cancellation);
        var rows = read.Take(size).Select(parts => parts.ToRow()).ToList();
        return new TimelinePage(rows, read.Count > size ? new TimelineCursor(rows[^1].TimelineDate, rows[^1].Id) : null);
    }

    public async Task<int> CountAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return db.DaysOf(filter) is { } days
            ? await days.SumAsync(day => day.Incidents, cancellation)
            : await db.SearchedAsync(filter, search => db.IncidentsOf(filter, search).CountAsync(cancellation), count => count == 0, cancellation);
    }

    public async Task<DateTimeOffset?> NewestAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Incidents.MaxAsync(i => (DateTimeOffset?)i.FirstReportedAt, cancellation);
    }

    public async Task<TimelineFacets> FacetsAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var search = await db.SearchAsync(filter, cancellation);
        var (anyType, anyCountry) = (filter with { EventTypes = [], SubEventTypes = [] }, filter with { Countries = [] });
        var types = db.DaysOf(anyType) is { } days
            ? days.GroupBy(day => day.EventType).Select(g => new { Part = "type", Value = g.Key, Label = g.Key, Count = g.Sum(day => day.Incidents) }).Where(g => g.Count > 0)
            : db.IncidentsOf(anyType, search).GroupBy(i => i.EventType).Select(g => new { Part = "type", Value = g.Key, Label = g.Key, Count = g.Count() });
        var countries = db.DaysOf(anyCountry) is { } everywhere
            ? everywhere.Where(day => day.CountryCode != null)
                .GroupBy(day => day.CountryCode!).Select(g => new { Part = "country", Value = g.Key, Label = g.Key, Count = g.Sum(day => day.Incidents) }).Where(g => g.Count > 0)
            : db.IncidentsOf(anyCountry, search).Where(i => i.CountryCode != null)
                .GroupBy(i => i.CountryCode!).Select(g => new { Part = "country", Value = g.Key, Label = g.Key, Count = g.Count() });
        var newest = db.IncidentsOf(filter, search).OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id).Take(MostForActors).Select(i => i.Id);
        var actors = db.IncidentActors
            .Where(part => newest.Contains(part.IncidentId))
            .Select(part => new { part.ActorId, part.IncidentId }).Distinct() // An actor with two roles in an incident counts once.
            .GroupBy(part => part.ActorId)
            .Select(g => new { ActorId = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.ActorId)
            .Take(50)
            .Join(db.Actors, g => g.ActorId, actor => actor.Id,
                (g, actor) => new { Part = "actor", Value = actor.Id.ToString(), Label = actor.Name, g.Count });

        // What the filter names by id is named here, so that chips can.
        var asked = filter.Actors.Select(part => part.ActorId).Append(filter.RegionId ?? default).Append(filter.SourceId ?? default).Append(filter.PlaceId ?? default).ToList();
        var names = db.Actors.Where(actor => asked.Contains(actor.Id)).Select(actor => new { actor.Id, actor.Name })
            .Concat(db.Regions.Where(region => asked.Contains(region.Id)).Select(region => new { region.Id, region.Name }))
            .Concat(db.Sources.Where(source => asked.Contains(source.Id)).Select(source => new { source.Id, source.Name }))
            .Concat(db.Places.Where(place => asked.Contains(place.Id)).Select(place => new { place.Id, place.Name }))
            .Select(named => new { Part = "name", Value = named.Id.ToString(), Label = named.Name, Count = 0 });

        var facets = await types.Concat(countries).Concat(actors).Concat(names).ToListAsync(cancellation);
        return new TimelineFacets(
            [.. Of("type", value => value)],
            [.. Of("country", value => value).Select(facet => facet with { Label = CountryName.Of(facet.Value) })],
            [.. Of("actor", Guid.Parse)],
            Of("name", Guid.Parse).ToDictionary(named => named.Value, named => named.Label));

        IEnumerable<Facet<T>> Of<T>(string part, Func<string, T> value) => facets
            .Where(facet => facet.Part == part)
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Label, StringComparer.Ordinal)
            .Select(facet => new Facet<T>(value(facet.Value), facet.Label, facet.Count));
    }

    public async Task<Histogram> HistogramAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = db.DaysOf(filter) is { } days
            ? await days.GroupBy(day => new { day.TimelineDate, day.EventType }).Select(g => new { g.Key.TimelineDate, g.Key.EventType, Count = g.Sum(day => day.Incidents) })
                .Where(g => g.Count > 0).Select(g => new DayCount(g.TimelineDate, g.EventType, g.Count)).ToListAsync(cancellation)
            : await db.SearchedAsync(
                filter,
                search => db.IncidentsOf(filter, search).GroupBy(i => new { i.TimelineDate, i.EventType }).Select(g => new DayCount(g.Key.TimelineDate, g.Key.EventType, g.Count())).ToListAsync(cancellation),
                found => found.Count == 0,
                cancellation);
        return Histogram.Of(counts, filter.From, filter.To);
    }
}
