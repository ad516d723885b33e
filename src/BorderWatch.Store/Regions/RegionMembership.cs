using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Regions;

/// <summary>Which incidents belong to a region; the sums that the database keeps go by the same rule.</summary>
internal static class RegionMembership
{
    /// <summary>Those that belong.</summary>
    public static IQueryable<Incident> InRegion(this IQueryable<Incident> incidents, BorderWatchDbContext db, Guid region) =>
        incidents.Where(i => db.RegionPlaces.Any(member => member.RegionId == region && member.PlaceId == i.PlaceId
            && (!member.OnlyPrecise || i.PlacePrecision == PlacePrecision.Exact || i.PlacePrecision == PlacePrecision.Near || i.PlacePrecision == PlacePrecision.Admin2)));
}
