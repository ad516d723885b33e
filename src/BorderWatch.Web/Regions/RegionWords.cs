using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>What a region is made of, in words.</summary>
public static class RegionWords
{
    /// <summary>"Tajikistan; Badakhshan and Takhar in Afghanistan; within 20 km of the border of Afghanistan and Tajikistan".</summary>
    public static string Of(IReadOnlyList<RegionPart> parts) => string.Join(Say.It("; "), parts.OfType<RegionPart.Area>()
        .GroupBy(part => part.CountryCode)
        .Select(country => country.Any(part => part.Admin1 is null) ? CountryName.Of(country.Key) : Say.It("{0} in {1}", List([.. Divisions(country)]), CountryName.Of(country.Key)))
        .OrderBy(words => words.Contains(Say.It(" in "), StringComparison.Ordinal)).ThenBy(words => words, StringComparer.Ordinal)
        .Concat(parts.Where(part => part is not RegionPart.Area).Select(Of)));

    /// <summary>The same of a saved region.</summary>
    public static string Of(Region region) => Of(RegionPart.Of(region));

    /// <summary>One part in words.</summary>
    public static string Of(RegionPart part) => part switch
    {
        RegionPart.Area { Admin1: { } province, Admin2: { } district } area => Say.It("{0} district, {1}, {2}", district, province, CountryName.Of(area.CountryCode)),
        RegionPart.Area { Admin1: { } province } area => Say.It("{0}, {1}", province, CountryName.Of(area.CountryCode)),
        RegionPart.Area area => CountryName.Of(area.CountryCode),
        RegionPart.Border border => Say.It("within {0:0.#} km of the border of {1} and {2}", border.Kilometres, CountryName.Of(border.CountryCode), CountryName.Of(border.OtherCountryCode)),
        RegionPart.Outline { Name: { Length: > 0 } name } => Say.It("the outline “{0}”", name),
        RegionPart.Outline outline => Say.It("an outline of {0}", CountWords.Of(outline.Corners.Count, "corner")),
        RegionPart.Whole whole => Say.It("the region “{0}”", whole.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static IEnumerable<string> Divisions(IEnumerable<RegionPart.Area> areas) => areas
        .Select(area => area.Admin2 is { } district ? Say.It("{0} district ({1})", district, area.Admin1) : area.Admin1!).Order(StringComparer.Ordinal);

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : Say.It("{0} and {1}", string.Join(Say.It(", "), names.Take(names.Count - 1)), names[^1]);
}
