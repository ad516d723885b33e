using System.Globalization;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>What a region is made of, in words.</summary>
public static class RegionWords
{
    /// <summary>"Tajikistan; Badakhshan and Takhar in Afghanistan; within 20 km of the border of Afghanistan and Tajikistan".</summary>
    public static string Of(IReadOnlyList<RegionPart> parts) => string.Join("; ", parts.OfType<RegionPart.Area>()
        .GroupBy(part => part.CountryCode)
        .Select(country => country.Any(part => part.Admin1 is null) ? CountryName.Of(country.Key) : $"{List([.. Divisions(country)])} in {CountryName.Of(country.Key)}")
        .OrderBy(words => words.Contains(" in ", StringComparison.Ordinal)).ThenBy(words => words, StringComparer.Ordinal)
        .Concat(parts.Where(part => part is not RegionPart.Area).Select(Of)));

    /// <summary>The same of a saved region.</summary>
    public static string Of(Region region) => Of(RegionPart.Of(region));

    /// <summary>One part in words.</summary>
    public static string Of(RegionPart part) => part switch
    {
        RegionPart.Area { Admin1: { } province, Admin2: { } district } area => $"{district} district, {province}, {CountryName.Of(area.CountryCode)}",
        RegionPart.Area { Admin1: { } province } area => $"{province}, {CountryName.Of(area.CountryCode)}",
        RegionPart.Area area => CountryName.Of(area.CountryCode),
        RegionPart.Border border => string.Create(CultureInfo.InvariantCulture, $"within {border.Kilometres:0.#} km of the border of {CountryName.Of(border.CountryCode)} and {CountryName.Of(border.OtherCountryCode)}"),
        RegionPart.Outline { Name: { Length: > 0 } name } => $"the outline “{name}”",
        RegionPart.Outline outline => $"an outline of {CountWords.Of(outline.Corners.Count, "corner")}",
        RegionPart.Whole whole => $"the region “{whole.Name}”",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static IEnumerable<string> Divisions(IEnumerable<RegionPart.Area> areas) => areas
        .Select(area => area.Admin2 is { } district ? $"{district} district ({area.Admin1})" : area.Admin1!).Order(StringComparer.Ordinal);

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
