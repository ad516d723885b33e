using BorderWatch.Store.Map;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Map;

/// <summary>What the map's page shows under a filter, wherever the map looks.</summary>
/// <param name="Extent">How many incidents can be drawn, and where they are.</param>
/// <param name="Rows">The incidents, as far as they have been read.</param>
/// <param name="Facets">What the filter can be changed to.</param>
/// <param name="Histogram">The filter's incidents over time, whatever days it asks for.</param>
public sealed record MapReading(MapExtent Extent, SpotRows Rows, TimelineFacets Facets, Histogram Histogram)
{
    /// <summary>Reads the incidents of a filter.</summary>
    public static async Task<MapReading> ReadAsync(ITimelineQuery timeline, IMapQuery map, TimelineAddress address, CancellationToken cancellation)
    {
        var facets = timeline.FacetsAsync(address.Filter, cancellation);
        var extent = map.ExtentAsync(address.Filter, cancellation);
        var histogram = timeline.HistogramAsync(address.Filter with { From = null, To = null }, cancellation);
        var rows = SpotRows.BeginAsync(timeline, address.Filter, cancellation);
        await Task.WhenAll(facets, extent, histogram, rows);
        return new(await extent, await rows, await facets, await histogram);
    }

    /// <summary>How many incidents the filter lets through.</summary>
    public int Count => Extent.WithCoordinates + Extent.WithoutCoordinates;

    /// <summary>What is not on the map, as a sentence; null where everything is.</summary>
    public string? Missing => Extent.WithoutCoordinates == 0 ? null
        : Say.Count(Extent.WithoutCoordinates, "{0} incident has no coordinates and cannot be drawn.", "{0} incidents have no coordinates and cannot be drawn.");
}
