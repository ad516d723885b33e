namespace BorderWatch.Store.Places;

/// <summary>Distances on the Earth taken for a sphere, which is right to half a hundredth.</summary>
public static class GreatCircle
{
    private const double DiameterKilometres = 12742;

    /// <summary>The distance in kilometres between two points in WGS 84 degrees; null where one has no coordinates.</summary>
    public static double? Kilometres(double? latitude, double? longitude, double? otherLatitude, double? otherLongitude)
    {
        if (latitude is not { } lat1 || longitude is not { } lon1 || otherLatitude is not { } lat2 || otherLongitude is not { } lon2) return null;
        var (p1, p2) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2));
        var h = Math.Pow(Math.Sin((p2 - p1) / 2), 2) + Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2), 2);
        return DiameterKilometres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
