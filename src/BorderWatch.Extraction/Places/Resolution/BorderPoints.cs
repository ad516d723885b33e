using System.Collections.Concurrent;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>
/// Where two countries meet: the middle of the stretch along which their towns come nearest to each other. A point to draw an area around;
/// a border is a line, and where on it something happened the text does not say.
/// </summary>
internal sealed class BorderPoints(Gazetteer gazetteer)
{
    /// <summary>Squares of half a degree that hold a town.</summary>
    private const float SquaresADegree = 2;

    /// <summary>Countries whose towns stay further apart than so many kilometres share no border.</summary>
    private const double Neighbours = 150;

    private readonly ConcurrentDictionary<(ushort, ushort), (double Latitude, double Longitude)?> _known = new();

    /// <summary>Null where the two are no neighbours.</summary>
    public (double Latitude, double Longitude)? Between(string first, string second)
    {
        var (a, b) = (Gazetteer.Code(first), Gazetteer.Code(second));
        return _known.GetOrAdd(a < b ? (a, b) : (b, a), pair => Meet(Squares(pair.Item1), Squares(pair.Item2)));
    }

    private static (double, double)? Meet(List<(double Latitude, double Longitude)> first, List<(double Latitude, double Longitude)> second)
    {
        var pairs = new List<(double Kilometres, double Latitude, double Longitude)>();
        foreach (var a in first)
        {
            var nearest = (Kilometres: double.PositiveInfinity, Latitude: 0d, Longitude: 0d);
            foreach (var b in second)
            {
                // A degree of latitude is 111 km: no need to measure what cannot be near.
                if (Math.Abs(a.Latitude - b.Latitude) > 2.5) continue;
                var d = Distance.Kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
                if (d < nearest.Kilometres) nearest = (d, (a.Latitude + b.Latitude) / 2, (a.Longitude + b.Longitude) / 2);
            }
            if (nearest.Kilometres < Neighbours) pairs.Add(nearest);
        }
        if (pairs.Count == 0) return null;
        var close = pairs.Min(p => p.Kilometres) + 60;
        var along = pairs.Where(p => p.Kilometres <= close).ToList();
        var (latitude, longitude) = (along.Average(p => p.Latitude), along.Average(p => p.Longitude));
        // The mean of a bent line may lie far off it; the member nearest to the mean does not.
        var middle = along.MinBy(p => Distance.Kilometres(p.Latitude, p.Longitude, latitude, longitude));
        return (Math.Round(middle.Latitude, 2), Math.Round(middle.Longitude, 2));
    }

    private List<(double Latitude, double Longitude)> Squares(ushort country)
    {
        var squares = new HashSet<(double, double)>();
        foreach (ref readonly var place in gazetteer.Places)
            if (place.Country == country && (ToponymLevel)place.Level is ToponymLevel.Settlement or ToponymLevel.Admin2 && !float.IsNaN(place.Latitude))
                squares.Add((Math.Round(place.Latitude * SquaresADegree) / SquaresADegree, Math.Round(place.Longitude * SquaresADegree) / SquaresADegree));
        return [.. squares];
    }
}
