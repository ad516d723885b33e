using System.Text.Json.Serialization;

namespace BorderWatch.Store.Regions;

/// <summary>Something that a region is made of. JSON carries the discriminator <c>is</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Area), "area")]
[JsonDerivedType(typeof(Outline), "outline")]
[JsonDerivedType(typeof(Border), "border")]
[JsonDerivedType(typeof(Whole), "region")]
public abstract record RegionPart
{
    private RegionPart() { }

    /// <summary>A country, a province or a district.</summary>
    /// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
    /// <param name="Admin1">The province's name as places carry it; null for the whole country.</param>
    /// <param name="Admin2">The district's name as places carry it; null for the whole province.</param>
    public sealed record Area(string CountryCode, string? Admin1 = null, string? Admin2 = null) : RegionPart;

    /// <summary>A polygon, its sides straight between longitudes and latitudes.</summary>
    /// <param name="Name">What it is called; may be empty.</param>
    /// <param name="Corners">At least three, in order; the last is joined to the first.</param>
    public sealed record Outline(string Name, IReadOnlyList<GeoPoint> Corners) : RegionPart
    {
        /// <inheritdoc />
        public bool Equals(Outline? other) => other is not null && Name == other.Name && Corners.SequenceEqual(other.Corners);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Name, Corners.Count);
    }

    /// <summary>The land on both sides of a border.</summary>
    /// <param name="CountryCode">ISO 3166-1 alpha-2 of one country.</param>
    /// <param name="OtherCountryCode">Of the other.</param>
    /// <param name="Kilometres">How far from it, on each side.</param>
    public sealed record Border(string CountryCode, string OtherCountryCode, double Kilometres) : RegionPart;

    /// <summary>All of another region, whatever it is made of from now on.</summary>
    /// <param name="RegionId">That region.</param>
    /// <param name="Name">Its name, for readers; commands go by the id.</param>
    public sealed record Whole(Guid RegionId, string Name) : RegionPart;

    /// <summary>What a saved region is made of: areas, outlines, borders, regions.</summary>
    /// <param name="region">Its parts loaded, and the regions that it holds.</param>
    public static IReadOnlyList<RegionPart> Of(Region region) =>
    [
        .. region.Areas.Select(Of),
        .. region.Outlines.Select(Of),
        .. region.Borders.Select(Of),
        .. region.Held.Select(nesting => new Whole(nesting.HeldId, nesting.Held?.Name ?? "")),
    ];

    internal static RegionPart Of(RegionArea area) => new Area(area.CountryCode, area.Admin1, area.Admin2);

    internal static RegionPart Of(RegionOutline outline) => new Outline(outline.Name, [.. outline.Shape.Select(corner => new GeoPoint(corner.Y, corner.X))]);

    internal static RegionPart Of(RegionBorder border) => new Border(border.CountryCode, border.OtherCountryCode, border.Kilometres);
}

/// <summary>A point on the earth.</summary>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
