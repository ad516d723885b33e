using BorderWatch.Store.Regions;

namespace BorderWatch.Web.Regions;

/// <summary>What a region can be made of.</summary>
/// <param name="Areas">The countries and provinces that reports have named.</param>
/// <param name="Districts">The districts.</param>
/// <param name="Regions">Regions that can belong to another.</param>
public sealed record RegionChoices(IReadOnlyList<AreaCount> Areas, IReadOnlyList<DistrictCount> Districts, IReadOnlyList<Region> Regions)
{
    /// <summary>Nothing yet.</summary>
    public static RegionChoices None { get; } = new([], [], []);

    /// <summary>Reads what there is.</summary>
    public static async Task<RegionChoices> ReadAsync(IRegionQuery query, CancellationToken cancellation) =>
        new(await query.AreasAsync(cancellation), await query.DistrictsAsync(cancellation), await query.ListAsync(cancellation));
}
