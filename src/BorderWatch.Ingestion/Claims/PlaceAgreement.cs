using BorderWatch.Extraction.Places;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using PlacePrecision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Whether two claims of a place can both be true.</summary>
public static class PlaceAgreement
{
    /// <summary>Two spots nearer than this are one place under two names.</summary>
    private const double SameTownKilometres = 15;

    private const double DistrictKilometres = 40;

    /// <summary>True where they name the same place, or one names an area that holds the other.</summary>
    public static bool Agree(ClaimValue.Place a, ClaimValue.Place b)
    {
        if (a.GeonameId is not null && a.GeonameId == b.GeonameId) return true;
        // What lies on a border lies in either country.
        if (a.Precision == PlacePrecision.Border || b.Precision == PlacePrecision.Border)
            return a.CountryCode == b.CountryCode || Kilometres(a, b) is not > 150;
        if (Differ(a.CountryCode, b.CountryCode)) return false;
        if (a.Precision == PlacePrecision.Country || b.Precision == PlacePrecision.Country) return true;
        if (Differ(a.Admin1, b.Admin1)) return false;
        if (a.Precision == PlacePrecision.Admin1 || b.Precision == PlacePrecision.Admin1) return true;
        if (IsSpot(a) && IsSpot(b)) return Same(a.Name, b.Name) || Kilometres(a, b) is <= SameTownKilometres;
        if (a.Precision == PlacePrecision.Admin2 && b.Precision == PlacePrecision.Admin2) return Same(a.Name, b.Name) || Holds(a.Name, b.Name);
        // Gazetteers disagree on which district a town is in, and districts on their names: near its middle it is in it.
        return !Differ(a.Admin2 ?? Area(a), b.Admin2 ?? Area(b)) || Same(a.Name, b.Name) || Holds(a.Name, b.Name) || Kilometres(a, b) is <= DistrictKilometres;
    }

    /// <summary>The great-circle distance; null where either has no coordinates.</summary>
    public static double? Kilometres(ClaimValue.Place a, ClaimValue.Place b) => GreatCircle.Kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude);

    /// <summary>True for a place that is a spot, not an area.</summary>
    public static bool IsSpot(ClaimValue.Place place) => place.Precision is PlacePrecision.Exact or PlacePrecision.Near;

    private static string? Area(ClaimValue.Place place) => place.Precision == PlacePrecision.Admin2 ? place.Name : null;

    private static bool Same(string a, string b) => NameKey.Of(a) == NameKey.Of(b);

    // "Frontier Region Tank" and "Tank", "Kurram" and "Lower Kurram".
    private static bool Holds(string a, string b) =>
        $" {NameKey.Of(a)} ".Contains($" {NameKey.Of(b)} ", StringComparison.Ordinal) || $" {NameKey.Of(b)} ".Contains($" {NameKey.Of(a)} ", StringComparison.Ordinal);

    /// <summary>True where both are known and are not the same.</summary>
    private static bool Differ(string? a, string? b) => a is not null && b is not null && !Same(a, b);
}
