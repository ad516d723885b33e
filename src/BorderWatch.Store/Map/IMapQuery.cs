using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Map;

/// <summary>Reads what a map draws, added up by the database: spots, not incidents.</summary>
public interface IMapQuery
{
    /// <summary>How many of the filter's incidents can be drawn, and where in the world they are.</summary>
    Task<MapExtent> ExtentAsync(TimelineFilter filter, CancellationToken cancellation);

    /// <summary>What there is to draw in a part of the world, those with most incidents first.</summary>
    /// <param name="filter">Which incidents.</param>
    /// <param name="view">Which part of the world.</param>
    /// <param name="grid">Named places that lie in one square of so many degrees are one spot; 0 keeps each place apart.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<MapSpot>> SpotsAsync(TimelineFilter filter, GeoBox view, double grid, CancellationToken cancellation);
}

/// <summary>The filter's incidents on a map.</summary>
/// <param name="WithCoordinates">How many have coordinates.</param>
/// <param name="WithoutCoordinates">How many have none, and so cannot be drawn.</param>
/// <param name="Box">The smallest box around those that have; null where none has.</param>
public sealed record MapExtent(int WithCoordinates, int WithoutCoordinates, GeoBox? Box);

/// <summary>Incidents that are drawn as one.</summary>
/// <param name="Latitude">WGS 84 degrees; of several places the middle, each weighed by its incidents.</param>
/// <param name="Longitude">WGS 84 degrees, likewise.</param>
/// <param name="Precision">How precisely the places are known, at worst. Near and Exact are drawn alike; anything coarser is an area, and of one place.</param>
/// <param name="Count">How many incidents.</param>
/// <param name="Killed">People killed in them: the likeliest number, else the lowest; 0 where none is said.</param>
/// <param name="EventType">Their ACLED event type; null where they have several.</param>
/// <param name="PlaceName">As shown; of several places the first by name.</param>
/// <param name="IsOnePlace">False where several places are drawn as one.</param>
public sealed record MapSpot(
    double Latitude, double Longitude, PlacePrecision Precision, int Count, long Killed, string? EventType, string PlaceName, bool IsOnePlace);
