namespace BorderWatch.Extraction.Places;

/// <summary>What a toponym names.</summary>
public enum ToponymLevel
{
    /// <summary>A city, town, village, quarter, or a post or crossing.</summary>
    Settlement,

    /// <summary>A second-order division: district, county.</summary>
    Admin2,

    /// <summary>A first-order division: province, region, state.</summary>
    Admin1,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A river, pass, mountain, lake, road or valley.</summary>
    Natural,

    /// <summary>Something larger than a country: Central Asia.</summary>
    Area,
}
