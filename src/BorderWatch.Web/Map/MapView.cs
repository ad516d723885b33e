using BorderWatch.Store.Places;

namespace BorderWatch.Web.Map;

/// <summary>What a reader sees of the world.</summary>
/// <param name="Box">What is in view.</param>
/// <param name="Surroundings">What is in view and a fifth around it, so that a small move shows nothing bare.</param>
/// <param name="Zoom">MapLibre's zoom: at 0 the world is 512 pixels wide, at each further one twice as many.</param>
public readonly record struct MapView(GeoBox Box, GeoBox Surroundings, double Zoom)
{
    // Dots closer than this cannot be told apart.
    private const double PixelsApart = 14;
    private const double EveryPlaceFrom = 10.5;

    /// <summary>The view that a map tells of: east may lie beyond 180 degrees where it crosses that meridian.</summary>
    public static MapView Of(double west, double south, double east, double north, double zoom)
    {
        var (x, y) = ((east - west) / 5, (north - south) / 5);
        return new(GeoBox.Around(west, south, east, north), GeoBox.Around(west - x, south - y, east + x, north + y), zoom);
    }

    /// <summary>How wide the squares are in which places are drawn as one, in degrees; 0 where every place is drawn for itself.</summary>
    public double Grid => Zoom >= EveryPlaceFrom ? 0 : PixelsApart * 360 / (512 * Math.Pow(2, Zoom));
}
