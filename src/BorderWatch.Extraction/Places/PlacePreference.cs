namespace BorderWatch.Extraction.Places;

/// <summary>A place that a name is known to mean, before any text is read.</summary>
/// <param name="Name">The name; compared by its <see cref="NameKey"/>.</param>
/// <param name="GeonameId">GeoNames' identifier; null where it is not GeoNames' place, which is then told by where it lies.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it lies in no one country.</param>
/// <param name="Latitude">WGS 84 degrees; null where they are not known.</param>
/// <param name="Longitude">WGS 84 degrees; null where they are not known.</param>
public sealed record PlacePreference(string Name, long? GeonameId, string? Country, double? Latitude, double? Longitude)
{
    // Some three kilometres; gazetteers round otherwise.
    private const double SamePointDegrees = 0.03;

    /// <summary>What the name is compared by.</summary>
    internal string Key { get; } = NameKey.Of(Name);

    /// <summary>True where this place is meant: the same identifier, or the same point of the same country where either has none.</summary>
    public bool Means(ExtractedPlace place) => GeonameId is { } mine && place.GeonameId is { } theirs
        ? mine == theirs
        : Country == place.Country && Math.Abs((Latitude - place.Latitude) ?? 180) <= SamePointDegrees && Math.Abs((Longitude - place.Longitude) ?? 180) <= SamePointDegrees;
}
