using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>How precisely a place is known, as a thing to ask for.</summary>
public static class PrecisionWords
{
    /// <summary>"place known to the district", or more precisely.</summary>
    public static string AtLeast(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Exact => Say.It("exact place"),
        PlacePrecision.Near => Say.It("place known or nearby"),
        PlacePrecision.Admin2 => Say.It("place known to the district"),
        PlacePrecision.Admin1 => Say.It("place known to the province"),
        PlacePrecision.Border => Say.It("place known to the border"),
        PlacePrecision.Country => Say.It("place known to the country"),
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, null),
    };
}
