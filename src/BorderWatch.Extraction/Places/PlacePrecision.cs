namespace BorderWatch.Extraction.Places;

/// <summary>How precisely a place is known. Coordinates of anything coarser than <see cref="Near"/> are a centre to draw an area around, not a spot.</summary>
public enum PlacePrecision
{
    /// <summary>The named town, village or site itself.</summary>
    Exact,

    /// <summary>Near, or on the way to, the named place.</summary>
    Near,

    /// <summary>Somewhere in the district or county.</summary>
    Admin2,

    /// <summary>Somewhere in the province or region.</summary>
    Admin1,

    /// <summary>Somewhere along the border that is named.</summary>
    Border,

    /// <summary>Somewhere in the country.</summary>
    Country,
}
