namespace BorderWatch.Store.Places;

/// <summary>A place that incidents happen at.</summary>
public sealed class Place
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The most precise name.</summary>
    public required string Name { get; set; }

    /// <summary>District; null where it is not known.</summary>
    public string? Admin2 { get; set; }

    /// <summary>Province; null where it is not known.</summary>
    public string? Admin1 { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public string? CountryCode { get; set; }

    /// <summary>WGS 84 degrees; null where it is in no gazetteer.</summary>
    public double? Latitude { get; set; }

    /// <summary>WGS 84 degrees; null where it is in no gazetteer.</summary>
    public double? Longitude { get; set; }

    /// <summary>GeoNames' identifier; null where it is not GeoNames' place.</summary>
    public long? GeonameId { get; set; }

    /// <summary>Folded name, admin1 and country together: by which the same place is found again; unique.</summary>
    public required string Key { get; set; }
}
