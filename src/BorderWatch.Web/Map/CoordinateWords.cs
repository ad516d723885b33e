using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Map;

/// <summary>Coordinates in words, with no more digits than they are worth.</summary>
public static class CoordinateWords
{
    /// <summary>"37.49° N, 71.55° E" for a dot, "centre 37.5° N, 71.6° E" for an area.</summary>
    public static string Of(double latitude, double longitude, PlacePrecision precision)
    {
        var isArea = Uncertainty.RadiusKilometres(precision) > 0;
        var format = isArea ? "0.0" : "0.00";
        string Degrees(double value, string positive, string negative) =>
            $"{Math.Abs(value).ToString(format, CultureInfo.InvariantCulture)}° {(value < 0 ? negative : positive)}";
        var at = Say.Apart($"{Degrees(latitude, "N", "S")}, {Degrees(longitude, "E", "W")}");
        return isArea ? Say.It("centre {0}", at) : at;
    }
}
