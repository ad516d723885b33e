namespace BorderWatch.Extraction.Places;

/// <summary>Where an incident happened.</summary>
/// <param name="Name">The most precise name that the text supports, in the gazetteer's spelling where it knows the place.</param>
/// <param name="Admin1">Province or region; null where it is not known.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it is not known.</param>
/// <param name="Latitude">WGS 84 degrees; null where the name is in no gazetteer.</param>
/// <param name="Longitude">WGS 84 degrees; null where the name is in no gazetteer.</param>
/// <param name="Precision">How much the coordinates mean.</param>
/// <param name="GeonameId">GeoNames' identifier; null where it is not GeoNames' place.</param>
/// <param name="Admin2">District or county; null where it is not known.</param>
public sealed record ExtractedPlace(
    string Name, string? Admin1, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision,
    long? GeonameId = null, string? Admin2 = null);
