namespace BorderWatch.Store.Regions;

/// <summary>Looks at the sides of an outline.</summary>
internal static class Outlines
{
    /// <summary>Two sides that meet though they are no neighbours, by the numbers (from 1) of the corners that they begin at; null where none do.</summary>
    /// <param name="corners">In order; the last is joined to the first.</param>
    public static (int First, int Second)? Crossing(IReadOnlyList<GeoPoint> corners)
    {
        for (var i = 0; i < corners.Count; i++)
        {
            for (var j = i + 1; j < corners.Count; j++)
            {
                var areNeighbours = j == i + 1 || (i == 0 && j == corners.Count - 1);
                var (a, b, c, d) = (corners[i], At(corners, i + 1), corners[j], At(corners, j + 1));
                // Neighbours share a corner; they meet elsewhere only where one runs back over the other.
                if (areNeighbours ? IsBack(a, b, c, d) : Meet(a, b, c, d)) return (i + 1, j + 1);
            }
        }
        return null;
    }

    private static GeoPoint At(IReadOnlyList<GeoPoint> corners, int index) => corners[index % corners.Count];

    private static bool IsBack(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d)
    {
        var (from, corner, to) = b == c ? (a, b, d) : (b, a, c);
        if (from == corner || to == corner) return true;
        return Side(from, corner, to) == 0 && ((from.Longitude - corner.Longitude) * (to.Longitude - corner.Longitude)) + ((from.Latitude - corner.Latitude) * (to.Latitude - corner.Latitude)) > 0;
    }

    private static bool Meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d)
    {
        var (s1, s2, s3, s4) = (Side(a, b, c), Side(a, b, d), Side(c, d, a), Side(c, d, b));
        if (s1 * s2 < 0 && s3 * s4 < 0) return true;
        return (s1 == 0 && IsBetween(a, b, c)) || (s2 == 0 && IsBetween(a, b, d)) || (s3 == 0 && IsBetween(c, d, a)) || (s4 == 0 && IsBetween(c, d, b));
    }

    // On which side of the line from a to b the point lies: 1, −1, or 0 where it lies on it.
    private static int Side(GeoPoint a, GeoPoint b, GeoPoint point) =>
        Math.Sign(((b.Longitude - a.Longitude) * (point.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (point.Longitude - a.Longitude)));

    private static bool IsBetween(GeoPoint a, GeoPoint b, GeoPoint point) =>
        point.Longitude >= Math.Min(a.Longitude, b.Longitude) && point.Longitude <= Math.Max(a.Longitude, b.Longitude)
        && point.Latitude >= Math.Min(a.Latitude, b.Latitude) && point.Latitude <= Math.Max(a.Latitude, b.Latitude);
}
