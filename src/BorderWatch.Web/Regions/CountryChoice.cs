using System.Globalization;

namespace BorderWatch.Web.Regions;

/// <summary>A country that a region can be made of.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English.</param>
public sealed record CountryChoice(string Code, string Name)
{
    /// <summary>Every country that the system knows, by name.</summary>
    public static IReadOnlyList<CountryChoice> All { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            .DistinctBy(region => region.TwoLetterISORegionName)
            .Select(region => new CountryChoice(region.TwoLetterISORegionName, Words.CountryName.Of(region.TwoLetterISORegionName)))
            .OrderBy(choice => choice.Name, StringComparer.Ordinal),
    ];
}
