using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Map;
using BorderWatch.Store.Places;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Map;

/// <summary>Names a spot of the map: a point, or an area of one kind around one.</summary>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
/// <param name="Precision">Anything coarser than near is an area.</param>
/// <param name="PlaceName">As shown.</param>
public sealed record SpotMark(double Latitude, double Longitude, PlacePrecision Precision, string PlaceName)
{
    private const double Width = 1e-4;

    /// <summary>The spot of an incident; null where it has no coordinates.</summary>
    public static SpotMark? Of(TimelineRow row) =>
        row is { Latitude: { } latitude, Longitude: { } longitude, PlacePrecision: { } precision, PlaceName: { } name } ? new(latitude, longitude, precision, name) : null;

    /// <summary>The mark of a spot that is one place.</summary>
    public static SpotMark Of(MapSpot spot) => new(spot.Latitude, spot.Longitude, spot.Precision, spot.PlaceName);

    /// <summary>The same for what is drawn at the same coordinates in the same way.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Latitude:F4},{Longitude:F4},{Radius}");

    /// <summary>Kilometres; 0 for a dot.</summary>
    public double Radius => Uncertainty.RadiusKilometres(Precision);

    /// <summary>The place in words that say how precisely it is known.</summary>
    public string Where => PlaceWords.Of(PlaceName, Precision);

    /// <summary>The filter narrowed to what is drawn here.</summary>
    public TimelineFilter Narrow(TimelineFilter filter) => filter with
    {
        Box = new GeoBox(Longitude - Width, Latitude - Width, Longitude + Width, Latitude + Width),
        Precisions = Radius == 0 ? [PlacePrecision.Exact, PlacePrecision.Near] : [Precision],
    };
}
