namespace BorderWatch.Extraction.Places;

/// <summary>Where an incident happened.</summary>
/// <param name="Name">The most precise name that the text supports, as the text spells it; a province and a country as the gazetteer does, in plain letters.</param>
/// <param name="Admin1">Province or region, in plain letters; null where it is not known.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it is not known.</param>
/// <param name="Latitude">WGS 84 degrees; null where the name is in no gazetteer.</param>
/// <param name="Longitude">WGS 84 degrees; null where the name is in no gazetteer.</param>
/// <param name="Precision">How much the coordinates mean.</param>
/// <param name="GeonameId">GeoNames' identifier; null where it is not GeoNames' place.</param>
/// <param name="Admin2">District or county; null where it is not known.</param>
public sealed record ExtractedPlace(
    string Name, string? Admin1, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision,
    long? GeonameId = null, string? Admin2 = null)
{
    /// <summary>True where both are one place, however each is spelt: the identifier tells where there is one, the name where there is none.</summary>
    public bool IsSameAs(ExtractedPlace other) =>
        GeonameId is { } mine && other.GeonameId is { } theirs ? mine == theirs : NameKey.Of(Name) == NameKey.Of(other.Name);
}
