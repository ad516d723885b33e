namespace BorderWatch.Extraction.Places;

/// <summary>Distances and moves on the globe, taken as a sphere.</summary>
internal static class Distance
{
    private const double EarthRadius = 6371;

    public static double Kilometres(in PlaceRecord a, in PlaceRecord b) => Kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude);

    /// <summary>NaN where a coordinate is.</summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (phi1, phi2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var x = Math.Sin((phi2 - phi1) / 2);
        var y = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(x * x + Math.Cos(phi1) * Math.Cos(phi2) * y * y)));
    }

    /// <summary>The point so many kilometres away, <paramref name="bearing"/> degrees clockwise from north.</summary>
    public static (double Latitude, double Longitude) Move(double latitude, double longitude, double kilometres, double bearing)
    {
        var north = kilometres * Math.Cos(double.DegreesToRadians(bearing)) / 111.2;
        var east = kilometres * Math.Sin(double.DegreesToRadians(bearing)) / (111.2 * Math.Max(0.05, Math.Cos(double.DegreesToRadians(latitude))));
        return (latitude + north, longitude + east);
    }
}
