namespace BorderWatch.Store.Regions;

/// <summary>A part of the world as the organisation sees it: a set of countries and provinces.</summary>
public sealed class Region
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name; unique.</summary>
    public required string Name { get; set; }

    /// <summary>What it is made of.</summary>
    public List<RegionArea> Areas { get; } = [];
}

/// <summary>A country, or one province of it, that belongs to a region.</summary>
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
}
