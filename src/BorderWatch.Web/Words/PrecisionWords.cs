using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Words;

/// <summary>How precisely a place is known, as a thing to ask for.</summary>
public static class PrecisionWords
{
    /// <summary>"place known to the district", or more precisely.</summary>
    public static string AtLeast(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Exact => "exact place",
        PlacePrecision.Near => "place known or nearby",
        PlacePrecision.Admin2 => "place known to the district",
        PlacePrecision.Admin1 => "place known to the province",
        PlacePrecision.Border => "place known to the border",
        PlacePrecision.Country => "place known to the country",
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, null),
    };
}
