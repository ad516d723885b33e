using System.Globalization;

namespace BorderWatch.Store.Places;

/// <summary>A part of the world between two meridians and two parallels, its edges included; WGS 84 degrees.</summary>
/// <param name="West">−180 to 180. East of <paramref name="East"/> where the box crosses the meridian of 180 degrees.</param>
/// <param name="South">−90 to 90, not above <paramref name="North"/>.</param>
/// <param name="East">−180 to 180.</param>
/// <param name="North">−90 to 90.</param>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    /// <summary>Reads "68.2,36.6,71.5,38.9": west, south, east, north. Null where that is no box.</summary>
    public static GeoBox? Parse(string text) =>
        text.Split(',') is [var west, var south, var east, var north]
        && Degrees(west, 180) is { } w && Degrees(south, 90) is { } s && Degrees(east, 180) is { } e && Degrees(north, 90) is { } n && s <= n
            ? new GeoBox(w, s, e, n)
            : null;

    /// <summary>A box from what a map shows: more than the whole world is the whole world, and further round is the same meridian.</summary>
    public static GeoBox Around(double west, double south, double east, double north) => east - west >= 360
        ? new(-180, Math.Max(south, -90), 180, Math.Min(north, 90))
        : new(Math.IEEERemainder(west, 360), Math.Max(south, -90), Math.IEEERemainder(east, 360), Math.Min(north, 90));

    /// <summary>As <see cref="Parse"/> reads it, to three digits: a hundred metres.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{West:0.###},{South:0.###},{East:0.###},{North:0.###}");

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;
}
