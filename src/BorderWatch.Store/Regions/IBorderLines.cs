namespace BorderWatch.Store.Regions;

/// <summary>The land borders of the world, as Natural Earth's 1:10,000,000 map has them: borders as they are held, not as they are claimed.</summary>
public interface IBorderLines
{
    /// <summary>The countries that a country has a land border with, by their English names; empty where it has none, or is not known.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2.</param>
    IReadOnlyList<string> Neighbours(string countryCode);

    /// <summary>The border of two countries; null where they have none by land.</summary>
    /// <param name="countryCode">ISO 3166-1 alpha-2 of one.</param>
    /// <param name="otherCountryCode">Of the other.</param>
    /// <returns>Its lines, each of two points or more, in no order.</returns>
    IReadOnlyList<IReadOnlyList<GeoPoint>>? Between(string countryCode, string otherCountryCode);
}
