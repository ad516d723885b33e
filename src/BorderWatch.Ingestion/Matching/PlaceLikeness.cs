using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Incidents;
using PlacePrecision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Whether two reports speak of the same place, each as precisely as it tells.</summary>
internal static class PlaceLikeness
{
    // More than all else together can speak for: two bombs in two cities on one day are told in the same words.
    private const double Elsewhere = -7;

    /// <summary>The part of the score and its words.</summary>
    public static (string Words, double Weight) Of(ReportSketch a, ReportSketch b)
    {
        if (a.Place is not { } x || b.Place is not { } y) return ("a report without a place", -0.4);
        var km = PlaceAgreement.Kilometres(x, y);
        if (PlaceAgreement.IsSpot(x) && PlaceAgreement.IsSpot(y)) return Spots(x, y, km);
        if (!PlaceAgreement.Agree(x, y)) return ("different places", Elsewhere);
        var (coarse, fine) = x.Precision > y.Precision ? (x, y) : (y, x);
        return coarse.Precision switch
        {
            PlacePrecision.Admin2 when fine.Precision == PlacePrecision.Admin2 || fine.Admin2 is not null => ("same district", 1.7),
            PlacePrecision.Admin2 => ("a district that may hold the place", 0.7),
            PlacePrecision.Admin1 => fine.Precision == PlacePrecision.Admin1 ? ("same province", 0.9) : ("a province that holds the place", 0.8),
            PlacePrecision.Border => fine.Precision == PlacePrecision.Border && Same(x.Name, y.Name) ? ("same border", 1.0) : ("a border near the place", 0.5),
            _ => ("same country", 0),
        };
    }

    private const double SharedFeatureKilometres = 250;

    private static (string, double) Spots(ClaimValue.Place x, ClaimValue.Place y, double? km)
    {
        if (Same(x.Name, y.Name) && (km is null or < 60)) return ("same place", 2.2);
        // A river or a line of control that two countries share is long, and its point on the map is one of many.
        if ((x.CountryCode is null || y.CountryCode is null) && km is < SharedFeatureKilometres) return ("a frontier near the place", 0.4);
        return km switch
        {
            null when !PlaceAgreement.Agree(x, y) => ("different places", Elsewhere),
            null => ("places that no gazetteer knows", -1),
            <= 6 => ($"{km:0} km apart", 2.0),
            <= 20 => ($"{km:0} km apart", 1.2),
            <= 45 => ($"{km:0} km apart", -0.7),
            <= 90 when Same(x.Admin2, y.Admin2) => ($"{km:0} km apart in one district", -0.4),
            <= 90 => ($"{km:0} km apart", -2.5),
            _ => ($"{km:0} km apart", Elsewhere),
        };
    }

    private static bool Same(string? a, string? b) => a is not null && b is not null && NameKey.Of(a) == NameKey.Of(b);
}
