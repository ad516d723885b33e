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

    /// <summary>Degrees of latitude, each 111 km: what lies further adds next to nothing.</summary>
    private const float Far = 4;

    /// <summary>Degrees of longitude: so far apart lie, below the polar circles, more than a thousand kilometres.</summary>
    private const float FarAcross = 30;

    private readonly List<(float Latitude, float Longitude, double Weight)> _places = new(Likeliest);
    private float _south = float.PositiveInfinity, _north = float.NegativeInfinity;
    private double _best = double.NegativeInfinity, _sum;

    public void Add(in PlaceRecord place, double score)
    {
        if (float.IsNaN(place.Latitude) || (ToponymLevel)place.Level is ToponymLevel.Country or ToponymLevel.Area) return;
        // The sum of exp(score - best), as the best rises.
        if (score > _best) (_sum, _best) = (_sum * Math.Exp(_best - score) + 1, score);
        else _sum += Math.Exp(score - _best);
        if (_places.Count == Likeliest && score <= _places[^1].Weight) return;
        if (_places.Count == Likeliest) _places.RemoveAt(Likeliest - 1);
        var at = _places.Count;
        while (at > 0 && _places[at - 1].Weight < score) at--;
        _places.Insert(at, (place.Latitude, place.Longitude, score));
    }

    /// <summary>Turns the scores into weights; to be called once, after the last place.</summary>
    public void Close()
    {
        // The root lets a reading of one chance in ten count for a third: agreement is what makes it likely.
        for (var i = 0; i < _places.Count; i++)
        {
            var (latitude, longitude, score) = _places[i];
            _places[i] = (latitude, longitude, weight * Math.Sqrt(Math.Exp(score - _best) / _sum));
            (_south, _north) = (Math.Min(_south, latitude), Math.Max(_north, latitude));
        }
    }

    /// <summary>0 to 1.</summary>
    public double Nearness(in PlaceRecord place)
    {
        var nearest = 0.0;
        if (place.Latitude < _south - Far || place.Latitude > _north + Far) return nearest;
        foreach (var (latitude, longitude, share) in _places)
        {
            // The likeliest stand first: what follows weighs no more.
            if (share <= nearest) break;
            if (Math.Abs(latitude - place.Latitude) > Far || Math.Abs(longitude - place.Longitude) is > FarAcross and < 360 - FarAcross) continue;
            nearest = Math.Max(nearest, share * Math.Exp(-Distance.Kilometres(place.Latitude, place.Longitude, latitude, longitude) / Reach));
        }
        return nearest;
    }
}
