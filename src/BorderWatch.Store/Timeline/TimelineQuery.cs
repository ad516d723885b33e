using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Timeline;

internal sealed class TimelineQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ITimelineQuery
{
    public async Task<TimelinePage> PageAsync(TimelineFilter filter, TimelineCursor? after, int size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // One more than asked for tells whether there is a next page.
        var read = await db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation))
            .PageAfter(after, size + 1)
            .Select(TimelineRowParts.Of)
            .ToListAsync(cancellation);
        var rows = read.Take(size).Select(parts => parts.ToRow()).ToList();
        return new TimelinePage(rows, read.Count > size ? new TimelineCursor(rows[^1].TimelineDate, rows[^1].Id) : null);
    }

    public async Task<int> CountAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation)).CountAsync(cancellation);
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
        var types = db.IncidentsOf(filter with { EventTypes = [], SubEventTypes = [] }, search)
            .GroupBy(i => i.EventType)
            .Select(g => new { Part = "type", Value = g.Key, Label = g.Key, Count = g.Count() });
        var countries = db.IncidentsOf(filter with { Countries = [] }, search)
            .Where(i => i.CountryCode != null)
            .GroupBy(i => i.CountryCode!)
            .Select(g => new { Part = "country", Value = g.Key, Label = g.Key, Count = g.Count() });
        var matching = db.IncidentsOf(filter, search);
        var actors = db.IncidentActors
            .Where(part => matching.Any(i => i.Id == part.IncidentId))
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
        var counts = await db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation))
            .GroupBy(i => new { i.TimelineDate, i.EventType })
            .Select(g => new DayCount(g.Key.TimelineDate, g.Key.EventType, g.Count()))
            .ToListAsync(cancellation);
        return Histogram.Of(counts, filter.From, filter.To);
    }

    public async Task<MapPoints> MapAsync(TimelineFilter filter, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var incidents = db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation));
        // The two counts ride on every row: PostgreSQL computes them once, and the map stays one round trip.
        var rows = await incidents
            .Where(i => i.Place!.Latitude != null)
            .OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id)
            .Take(most)
            .Select(i => new
            {
                Point = new MapPoint(
                    i.Id, i.Title, i.EventType, i.TimelineDate, i.Place!.Latitude!.Value, i.Place.Longitude!.Value,
                    i.PlacePrecision!.Value, i.Place.Name, i.Killed),
                All = incidents.Count(),
                With = incidents.Count(other => db.Places.Any(place => place.Id == other.PlaceId && place.Latitude != null)),
            })
            .ToListAsync(cancellation);
        return rows.Count > 0
            ? new MapPoints([.. rows.Select(row => row.Point)], rows[0].All - rows[0].With, rows[0].With)
            : new MapPoints([], await incidents.CountAsync(cancellation), 0);
    }
}
