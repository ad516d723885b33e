using BorderWatch.Store.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>What a region is made of, in words.</summary>
public static class RegionWords
{
    /// <summary>"Tajikistan; Badakhshan and Takhar in Afghanistan".</summary>
    public static string Of(IEnumerable<RegionPart> parts) => string.Join("; ", parts
        .GroupBy(part => part.CountryCode)
        .Select(country => country.Any(part => part.Admin1 is null)
            ? CountryName.Of(country.Key) : $"{List([.. country.Select(part => part.Admin1!).Order(StringComparer.Ordinal)])} in {CountryName.Of(country.Key)}")
        .OrderBy(words => words.Contains(" in ", StringComparison.Ordinal)).ThenBy(words => words, StringComparer.Ordinal));

    /// <summary>The same of a saved region.</summary>
    public static string Of(Region region) => Of(region.Areas.Select(area => new RegionPart(area.CountryCode, area.Admin1)));

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
