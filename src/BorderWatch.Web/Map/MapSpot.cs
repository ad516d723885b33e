using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Map;

/// <summary>Everything that is drawn at the same coordinates in the same way: a dot, or an area of one size.</summary>
/// <param name="Key">Names the spot; the same for the same coordinates and size.</param>
/// <param name="Incidents">At least one, in the order of the timeline.</param>
public sealed record MapSpot(string Key, IReadOnlyList<MapPoint> Incidents)
{
    /// <summary>The slug of a spot whose incidents are of several types.</summary>
    public const string Several = "several";

    /// <summary>Groups points into spots, in the order of their first incidents.</summary>
    public static IReadOnlyList<MapSpot> Of(IEnumerable<MapPoint> points) =>
        [.. points.GroupBy(KeyOf).Select(group => new MapSpot(group.Key, [.. group]))];

    /// <summary>The spot that a point belongs to.</summary>
    public static string KeyOf(MapPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:F4},{point.Longitude:F4},{Uncertainty.RadiusKilometres(point.Precision)}");

    /// <summary>The spot for the map's script.</summary>
    public DrawnSpot Draw() => new(
        Key, Incidents[0].Longitude, Incidents[0].Latitude, Uncertainty.RadiusKilometres(Incidents[0].Precision), Incidents.Count,
        Incidents.Sum(point => point.Killed.Best ?? point.Killed.Low ?? 0), Slug, Label);

    /// <summary>What the spot is called: the one incident's title, or how many there are and where.</summary>
    public string Label => Incidents is [var only] ? only.Title : $"{CountWords.Of(Incidents.Count, "incident")}: {Where}";

    /// <summary>The place in words that say how precisely it is known.</summary>
    public string Where => PlaceWords.Of(Incidents[0].PlaceName, Coarsest);

    /// <summary>How precisely the places of all the spot's incidents are known at least.</summary>
    public PlacePrecision Coarsest => Incidents.Max(point => point.Precision);

    private string Slug => Incidents.Select(point => EventMark.Of(point.EventType).Slug).Distinct().ToList() is [var only] ? only : Several;
}

/// <summary>A spot as the map's script draws it.</summary>
/// <param name="Key">Comes back when the reader chooses the spot.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Radius">Kilometres; 0 for a dot.</param>
/// <param name="Count">How many incidents.</param>
/// <param name="Killed">People killed in them: the likeliest number, else the lowest; 0 where none is said.</param>
/// <param name="Slug">Of the event type's colour, or <see cref="MapSpot.Several"/>.</param>
/// <param name="Label">Shown under the pointer, as text.</param>
public sealed record DrawnSpot(
    string Key, double Longitude, double Latitude, double Radius, int Count, int Killed, string Slug, string Label);
