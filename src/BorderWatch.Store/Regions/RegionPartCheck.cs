using System.Globalization;
using BorderWatch.Store.Places;

namespace BorderWatch.Store.Regions;

/// <summary>What is wrong with the parts of a region, in sentences, and the parts as they are kept.</summary>
/// <param name="borders">The borders that there are.</param>
internal sealed class RegionPartCheck(IBorderLines borders)
{
    /// <summary>How many parts a region may have.</summary>
    public const int MostParts = 500;

    /// <summary>How many corners an outline may have.</summary>
    public const int MostCorners = 500;

    /// <summary>How far from a border a region may reach, in kilometres.</summary>
    public const double Furthest = 500;

    /// <summary>The parts as they are kept: codes and names tidied, each once, none that another holds anyway.</summary>
    public static IReadOnlyList<RegionPart> Tidy(IEnumerable<RegionPart> parts)
    {
        var tidy = parts.Select(part => part switch
        {
            RegionPart.Area area => area with { CountryCode = Code(area.CountryCode), Admin1 = Text(area.Admin1), Admin2 = Text(area.Admin2) },
            RegionPart.Outline outline => outline with { Name = outline.Name.Trim(), Corners = Open(outline.Corners) },
            RegionPart.Border border when string.CompareOrdinal(Code(border.CountryCode), Code(border.OtherCountryCode)) < 0 => border with { CountryCode = Code(border.CountryCode), OtherCountryCode = Code(border.OtherCountryCode) },
            RegionPart.Border border => border with { CountryCode = Code(border.OtherCountryCode), OtherCountryCode = Code(border.CountryCode) },
            _ => part,
        }).Distinct().ToList();
        var areas = tidy.OfType<RegionPart.Area>().ToList();
        // One border once, as far as the furthest says.
        var widest = tidy.OfType<RegionPart.Border>().GroupBy(border => (border.CountryCode, border.OtherCountryCode)).Select(g => g.MaxBy(border => border.Kilometres)!).ToHashSet();
        return
        [
            .. tidy.Where(part => part switch
            {
                RegionPart.Area { Admin1: not null } area => !areas.Contains(new(area.CountryCode)) && (area.Admin2 is null || !areas.Contains(new(area.CountryCode, area.Admin1))),
                RegionPart.Border border => widest.Contains(border),
                _ => true,
            }).DistinctBy(part => part is RegionPart.Whole whole ? (object)whole.RegionId : part),
        ];
    }

    /// <summary>The first thing that is wrong, as a sentence that says what to do; null where nothing is.</summary>
    /// <param name="parts">Tidy.</param>
    public string? Error(IReadOnlyList<RegionPart> parts) => parts.Count switch
    {
        0 => "Choose what belongs to the region: a country, a province or a district, a border, an outline on the map, or another region.",
        > MostParts => $"The region has {parts.Count} parts; use at most {MostParts}, or make smaller regions and put these together.",
        _ => parts.Select(ErrorOf).FirstOrDefault(sentence => sentence is not null),
    };

    private string? ErrorOf(RegionPart part) => part switch
    {
        RegionPart.Area { Admin1: null, Admin2: { } district } => $"Say which province the district {district} is in.",
        RegionPart.Area area => CommandErrors.OfCountry(area.CountryCode) ?? (area.Admin1?.Length > 300 || area.Admin2?.Length > 300 ? "The name of a province or district is longer than 300 characters." : null),
        RegionPart.Border border => ErrorOf(border),
        RegionPart.Outline outline => ErrorOf(outline),
        _ => null,
    };

    private string? ErrorOf(RegionPart.Border border)
    {
        if ((CommandErrors.OfCountry(border.CountryCode) ?? CommandErrors.OfCountry(border.OtherCountryCode)) is { } wrong) return wrong;
        if (!double.IsFinite(border.Kilometres) || border.Kilometres is < 1 or > Furthest) return $"Say how far from the border the region reaches: 1 to {Furthest:F0} kilometres.";
        return borders.Between(border.CountryCode, border.OtherCountryCode) is null
            ? $"{CountryName.Of(border.CountryCode)} and {CountryName.Of(border.OtherCountryCode)} have no land border that this map knows; choose two neighbours, or draw an outline." : null;
    }

    private static string? ErrorOf(RegionPart.Outline outline)
    {
        if (outline.Name.Length > 200 || outline.Name.Any(char.IsControl)) return "Give the outline a name of at most 200 characters, without control characters.";
        var corners = outline.Corners;
        if (corners.Count is < 3 or > MostCorners) return $"The outline has {corners.Count} corners; it needs 3 to {MostCorners}.";
        foreach (var corner in corners)
        {
            if (corner is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }) continue;
            return string.Create(CultureInfo.InvariantCulture, $"The corner {corner.Latitude}, {corner.Longitude} is not on the map: latitudes run from −90 to 90, longitudes from −180 to 180. Draw what lies across the meridian of 180 degrees as two outlines.");
        }
        return Outlines.Crossing(corners) is { } crossing
            ? $"The outline crosses itself: the side behind corner {crossing.First} meets the one behind corner {crossing.Second}. Move a corner, or draw two outlines." : null;
    }

    private static string Code(string code) => code.Trim().ToUpperInvariant();

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // As GeoJSON has it, a ring ends where it begins.
    private static IReadOnlyList<GeoPoint> Open(IReadOnlyList<GeoPoint> corners) => corners.Count > 1 && corners[0] == corners[^1] ? [.. corners.SkipLast(1)] : corners;
}
