using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Timeline;

/// <summary>Finds incidents by what kind of target was hit. The region's sums count by the same rule, in SQL: <see cref="Migrations.TargetKindsSql"/>.</summary>
internal static class TargetFilter
{
    /// <summary>Those of which some target is of one of the kinds.</summary>
    public static IQueryable<Incident> HittingAny(this IQueryable<Incident> incidents, BorderWatchDbContext db, IReadOnlyList<TargetKind> kinds)
    {
        var named = db.Actors.Where(actor => actor.TargetKinds.Any(kind => kinds.Contains(kind))).Select(actor => actor.Id);
        return kinds.Contains(TargetKind.ForeignNationals)
            ? incidents.Where(i => i.Actors.Any(part => part.Role == ActorRole.Target
                && (named.Contains(part.ActorId) || (part.Actor.Kind == ActorKind.Civilian && part.Actor.CountryCode != null && i.CountryCode != null && part.Actor.CountryCode != i.CountryCode))))
            : incidents.Where(i => i.Actors.Any(part => part.Role == ActorRole.Target && named.Contains(part.ActorId)));
    }
}
