namespace BorderWatch.Store.Regions;

/// <summary>
/// A place that belongs to a region, so that an incident belongs by where it happened. The database keeps these rows up to date when places or
/// regions change.
/// </summary>
public sealed class RegionPlace
{
    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>The place.</summary>
    public Guid PlaceId { get; init; }

    /// <summary>True where only incidents belong that are known to the district at least: a line drawn on a map says nothing of "somewhere in the province".</summary>
    public bool OnlyPrecise { get; init; }
}
