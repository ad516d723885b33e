using BorderWatch.Store.Timeline;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Map;

/// <summary>What the map shows under a filter.</summary>
/// <param name="Points">The incidents with coordinates, and how many have none.</param>
/// <param name="Spots">The points, grouped by what is drawn at one spot.</param>
/// <param name="Facets">What the filter can be changed to.</param>
public sealed record MapReading(MapPoints Points, IReadOnlyList<MapSpot> Spots, TimelineFacets Facets)
{
    // What a browser draws and a list holds without labour.
    private const int Most = 5000;

    /// <summary>Reads the incidents of a filter.</summary>
    public static async Task<MapReading> ReadAsync(ITimelineQuery query, TimelineAddress address, CancellationToken cancellation)
    {
        var facets = query.FacetsAsync(address.Filter, cancellation);
        var points = await query.MapAsync(address.Filter, Most, cancellation);
        return new(points, MapSpot.Of(points.Points), await facets);
    }

    /// <summary>The incidents of a spot; all of them where the key is null or names none.</summary>
    public IReadOnlyList<MapPoint> At(string? key) => Spots.FirstOrDefault(spot => spot.Key == key)?.Incidents ?? Points.Points;

    /// <summary>What is not on the map, as a sentence; null where everything is.</summary>
    public string? Missing => (Points.WithoutCoordinates, Points.WithCoordinates - Points.Points.Count) switch
    {
        (0, 0) => null,
        (var without, 0) => $"{Words.CountWords.Of(without, "incident has", "incidents have")} no coordinates and cannot be drawn.",
        (0, var cut) => $"The {Words.CountWords.Of(Points.Points.Count, "newest incident is", "newest incidents are")} drawn; {Words.CountWords.Of(cut, "older one is", "older ones are")} not. Narrow the filter to see them.",
        var (without, cut) => $"{Words.CountWords.Of(without, "incident has", "incidents have")} no coordinates, and {Words.CountWords.Of(cut, "older one is", "older ones are")} beyond what is drawn at once.",
    };
}
