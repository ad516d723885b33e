namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>
/// What another name of the document may mean, as something to lie near to: not the one place chosen so far but the likeliest few, so that
/// two names that could both be anywhere agree on the region that has both.
/// </summary>
internal sealed class Anchor(double weight)
{
    private const int Likeliest = 12;

    /// <summary>At such a distance, in kilometres, nearness has fallen to a third.</summary>
    private const double Reach = 120;

    private List<(PlaceRecord Place, double Weight)> _places = [];

    public void Add(in PlaceRecord place, double score)
    {
        if (!float.IsNaN(place.Latitude) && (ToponymLevel)place.Level is not (ToponymLevel.Country or ToponymLevel.Area)) _places.Add((place, score));
    }

    /// <summary>Turns the scores into weights; to be called once, after the last place.</summary>
    public void Close()
    {
        if (_places.Count == 0) return;
        var best = _places.Max(p => p.Weight);
        var sum = _places.Sum(p => Math.Exp(p.Weight - best));
        // The root lets a reading of one chance in ten count for a third: agreement is what makes it likely.
        _places = [.. _places.OrderByDescending(p => p.Weight).Take(Likeliest).Select(p => (p.Place, weight * Math.Sqrt(Math.Exp(p.Weight - best) / sum)))];
    }

    /// <summary>0 to 1.</summary>
    public double Nearness(in PlaceRecord place)
    {
        var nearest = 0.0;
        foreach (var (other, share) in _places)
        {
            // A degree of latitude is 111 km: what lies further adds next to nothing.
            if (share <= nearest || Math.Abs(other.Latitude - place.Latitude) > 4) continue;
            nearest = Math.Max(nearest, share * Math.Exp(-Distance.Kilometres(place, other) / Reach));
        }
        return nearest;
    }
}
