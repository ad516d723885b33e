using NpgsqlTypes;

namespace BorderWatch.Store.Regions;

/// <summary>A part of the world as the organisation sees it. An incident belongs to it where one of its parts holds it.</summary>
public sealed class Region
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name; unique.</summary>
    public required string Name { get; set; }

    /// <summary>Changes with each change of the name.</summary>
    public uint Version { get; init; }

    /// <summary>Countries, provinces and districts that belong to it.</summary>
    public List<RegionArea> Areas { get; } = [];

    /// <summary>What was drawn on the map.</summary>
    public List<RegionOutline> Outlines { get; } = [];

    /// <summary>Land on both sides of borders.</summary>
    public List<RegionBorder> Borders { get; } = [];

    /// <summary>Other regions that belong to it whole.</summary>
    public List<RegionNesting> Held { get; } = [];
}

/// <summary>A country, one province of it, or one district of that, which belongs to a region.</summary>
public sealed class RegionArea
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The province's name as places carry it; null for the whole country.</summary>
    public string? Admin1 { get; init; }

    /// <summary>The district's name as places carry it; null for the whole province.</summary>
    public string? Admin2 { get; init; }
}

/// <summary>
/// A polygon that belongs to a region, its sides straight between longitudes and latitudes. It holds the places within; incidents of which only the
/// province, the border or the country is known are not in it.
/// </summary>
public sealed class RegionOutline
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>What the part is called; empty where nobody named it.</summary>
    public required string Name { get; init; }

    /// <summary>Its corners in order, WGS 84 degrees: x the longitude, y the latitude. The last is joined to the first.</summary>
    public required NpgsqlPolygon Shape { get; init; }
}

/// <summary>
/// The land on both sides of the border of two countries, up to a distance. Its line is kept as it was when the part was made. It holds what an
/// outline would, and incidents of which only this border is known.
/// </summary>
public sealed class RegionBorder
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>ISO 3166-1 alpha-2; the earlier by the alphabet.</summary>
    public required string CountryCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2; the later.</summary>
    public required string OtherCountryCode { get; init; }

    /// <summary>How far from the border, on each side, in kilometres.</summary>
    public required double Kilometres { get; init; }

    /// <summary>Where each straight piece of the line begins, WGS 84 degrees.</summary>
    public required double[] FromLongitudes { get; init; }

    /// <summary>Likewise.</summary>
    public required double[] FromLatitudes { get; init; }

    /// <summary>Where each piece ends.</summary>
    public required double[] ToLongitudes { get; init; }

    /// <summary>Likewise.</summary>
    public required double[] ToLatitudes { get; init; }

    /// <summary>What places are called of which only this border is known.</summary>
    public required string[] Names { get; init; }
}

/// <summary>A region that belongs to another whole.</summary>
public sealed class RegionNesting
{
    /// <summary>The region that holds.</summary>
    public Guid RegionId { get; init; }

    /// <summary>The region that is held.</summary>
    public Guid HeldId { get; init; }

    /// <summary>The region that is held.</summary>
    public Region? Held { get; init; }
}
