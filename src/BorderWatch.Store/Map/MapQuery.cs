using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Map;

internal sealed class MapQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IMapQuery
{
    // Below so many degrees from side to side it pays to look the places up first.
    private const double NarrowView = 12;

    public async Task<MapExtent> ExtentAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // By place first: a few thousand rows are joined instead of every incident.
        var byPlace = db.SpotsOf(filter) is { } tallied
            ? tallied.GroupBy(spot => spot.PlaceId).Select(g => new { PlaceId = g.Key, Count = g.Sum(spot => spot.Incidents) }).Where(g => g.Count > 0)
            : db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation)).GroupBy(i => i.PlaceId).Select(g => new { PlaceId = g.Key, Count = g.Count() });
        var sums = await (
            from tally in byPlace
            join place in db.Places on tally.PlaceId equals (Guid?)place.Id into places
            from place in places.DefaultIfEmpty()
            group new { tally.Count, place.Latitude, place.Longitude } by 1 into all
            select new
            {
                With = all.Sum(one => one.Latitude != null ? one.Count : 0),
                Without = all.Sum(one => one.Latitude == null ? one.Count : 0),
                West = all.Min(one => one.Longitude),
                South = all.Min(one => one.Latitude),
                East = all.Max(one => one.Longitude),
                North = all.Max(one => one.Latitude),
            }).SingleOrDefaultAsync(cancellation);
        return sums is null
            ? new MapExtent(0, 0, null)
            : new MapExtent(sums.With, sums.Without, sums.West is { } west ? new GeoBox(west, sums.South!.Value, sums.East!.Value, sums.North!.Value) : null);
    }

    public async Task<IReadOnlyList<MapSpot>> SpotsAsync(TimelineFilter filter, GeoBox view, double grid, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grid);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var inView = db.Places.In(view);
        var byPlace = db.SpotsOf(filter) is { } tallied
            ? tallied.GroupBy(spot => new { spot.PlaceId, spot.PlacePrecision, spot.EventType })
                .Select(g => new { g.Key.PlaceId, g.Key.PlacePrecision, g.Key.EventType, Count = g.Sum(spot => spot.Incidents), Killed = g.Sum(spot => spot.Killed) })
                .Where(g => g.Count > 0)
            : (await InViewAsync())
                .GroupBy(i => new { i.PlaceId, i.PlacePrecision, i.EventType })
                .Select(g => new { g.Key.PlaceId, g.Key.PlacePrecision, g.Key.EventType, Count = g.Count(), Killed = g.Sum(i => (long)(i.Killed.Best ?? i.Killed.Low ?? 0)) });
        // A square is as wide as it is high where the view's middle lies.
        var (height, width) = grid == 0 ? (1e-4, 1e-4) : (grid * Math.Cos(double.DegreesToRadians((view.South + view.North) / 2)), grid);
        var cells = await (
            from tally in byPlace
            join place in inView on tally.PlaceId equals (Guid?)place.Id
            let isDot = tally.PlacePrecision == PlacePrecision.Exact || tally.PlacePrecision == PlacePrecision.Near
            group new { tally, place } by new
            {
                tally.PlacePrecision,
                // An area is never one with another.
                X = Math.Floor(place.Longitude!.Value / (isDot ? width : 1e-4)),
                Y = Math.Floor(place.Latitude!.Value / (isDot ? height : 1e-4)),
            } into cell
            select new Cell(
                cell.Key.X, cell.Key.Y, cell.Key.PlacePrecision!.Value, cell.Sum(one => one.tally.Count), cell.Sum(one => one.tally.Killed),
                cell.Sum(one => one.place.Latitude!.Value * one.tally.Count), cell.Sum(one => one.place.Longitude!.Value * one.tally.Count),
                cell.Min(one => one.tally.EventType)!, cell.Max(one => one.tally.EventType)!,
                cell.Min(one => one.place.Name)!, cell.Max(one => one.place.Name)!))
            .ToListAsync(cancellation);
        return [.. cells.GroupBy(cell => (cell.X, cell.Y, Drawn(cell.Precision))).Select(Join).OrderByDescending(spot => spot.Count).ThenBy(spot => spot.PlaceName, StringComparer.Ordinal)];

        async Task<IQueryable<Incident>> InViewAsync()
        {
            var incidents = db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation)).Where(i => i.PlaceId != null);
            return view.East - view.West is >= 0 and < NarrowView ? incidents.Where(i => inView.Any(place => place.Id == i.PlaceId)) : incidents;
        }
    }

    // What is drawn alike.
    private static PlacePrecision Drawn(PlacePrecision precision) => precision == PlacePrecision.Near ? PlacePrecision.Exact : precision;

    private static MapSpot Join(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        var count = all.Sum(cell => cell.Count);
        var (first, last) = (all.Select(cell => cell.FirstType).Min(StringComparer.Ordinal), all.Select(cell => cell.LastType).Max(StringComparer.Ordinal));
        var (name, other) = (all.Select(cell => cell.FirstName).Min(StringComparer.Ordinal)!, all.Select(cell => cell.LastName).Max(StringComparer.Ordinal));
        return new MapSpot(
            all.Sum(cell => cell.Latitudes) / count, all.Sum(cell => cell.Longitudes) / count, all.Max(cell => cell.Precision),
            count, all.Sum(cell => cell.Killed), first == last ? first : null, name, name == other);
    }

    private sealed record Cell(
        double X, double Y, PlacePrecision Precision, int Count, long Killed, double Latitudes, double Longitudes,
        string FirstType, string LastType, string FirstName, string LastName);
}
