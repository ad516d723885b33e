using BorderWatch.Store.Map;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Map;

/// <summary>A spot as the map's script draws it.</summary>
/// <param name="Key">Comes back when the reader chooses the spot.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Radius">Kilometres; 0 for a dot.</param>
/// <param name="Count">How many incidents.</param>
/// <param name="Killed">People killed in them: the likeliest number, else the lowest; 0 where none is said.</param>
/// <param name="Slug">Of the event type's colour, or <see cref="Several"/>.</param>
/// <param name="Label">Shown under the pointer, as text.</param>
/// <param name="Apart">False where several places are drawn as one: a click comes nearer instead of choosing.</param>
public sealed record DrawnSpot(
    string Key, double Longitude, double Latitude, double Radius, int Count, long Killed, string Slug, string Label, bool Apart)
{
    /// <summary>The slug of a spot whose incidents are of several types.</summary>
    public const string Several = "several";

    /// <summary>Draws a spot.</summary>
    public static DrawnSpot Of(MapSpot spot)
    {
        var mark = SpotMark.Of(spot);
        var label = spot switch
        {
            { IsOnePlace: false } => Say.It("{0} close together, one at {1}", CountWords.Of(spot.Count, "incident"), spot.PlaceName),
            { Count: 1, EventType: { } type } => Say.It("{0}: {1}", Say.Name(type), mark.Where),
            _ => Say.It("{0}: {1}", CountWords.Of(spot.Count, "incident"), mark.Where),
        };
        return new(mark.Key, spot.Longitude, spot.Latitude, mark.Radius, spot.Count, spot.Killed, spot.EventType is { } one ? EventMark.Of(one).Slug : Several, label, spot.IsOnePlace);
    }
}
