using BorderWatch.Store;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Matching;

/// <summary>The incidents that an editor has spoken of: reports may join them, none leaves, and two of them are never made one by the machine.</summary>
internal static class KeptIncidents
{
    /// <summary>As a query to narrow further.</summary>
    public static IQueryable<Incident> Of(BorderWatchDbContext db) => db.Incidents.Where(i =>
        i.Status == IncidentStatus.Confirmed || i.RejectionReason != null || i.IsArranged || i.Tags.Any()
        || db.Rulings.Any(r => r.IncidentId == i.Id && r.SupersededAt == null));
}
