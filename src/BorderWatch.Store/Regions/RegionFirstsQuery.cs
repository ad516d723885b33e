using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Finds what a region has for the first time.</summary>
internal static class RegionFirstsQuery
{
    private const int Most = 10;

    // "gunmen" and "residents" are new in every region that has its first incident.
    private static readonly ActorKind[] s_unnamed = [ActorKind.Unknown, ActorKind.Civilian];

    /// <summary>Reads it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="incidents">Those of the period.</param>
    /// <param name="earlier">All of the region before it.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    public static async Task<RegionFirsts> FirstsAsync(this BorderWatchDbContext db, IQueryable<Incident> incidents, IQueryable<Incident> earlier, CancellationToken cancellation)
    {
        var since = await earlier.OrderBy(i => i.TimelineDate).ThenBy(i => i.Id).Select(i => (DateOnly?)i.TimelineDate).FirstOrDefaultAsync(cancellation);
        if (since is null) return new RegionFirsts(null, [], [], []);
        var actors = await db.IncidentActors
            .Where(part => incidents.Any(i => i.Id == part.IncidentId) && !db.IncidentActors.Any(old => old.ActorId == part.ActorId && earlier.Any(i => i.Id == old.IncidentId)))
            .Select(part => new { part.ActorId, part.IncidentId }).Distinct()
            .GroupBy(part => part.ActorId).Select(g => new { ActorId = g.Key, Count = g.Count() })
            .Join(db.Actors.Where(actor => !s_unnamed.Contains(actor.Kind)), g => g.ActorId, actor => actor.Id, (g, actor) => new { actor.Id, actor.Name, g.Count })
            .OrderByDescending(actor => actor.Count).ThenBy(actor => actor.Name).Take(Most).ToListAsync(cancellation);
        var weapons = await incidents.Where(i => i.Weapon != null && !earlier.Any(old => old.Weapon == i.Weapon))
            .GroupBy(i => i.Weapon!).Select(g => new { Name = g.Key, Count = g.Count() })
            .OrderByDescending(weapon => weapon.Count).ThenBy(weapon => weapon.Name).Take(Most).ToListAsync(cancellation);
        var areas = await incidents.Where(i => i.Admin1 != null && !earlier.Any(old => old.CountryCode == i.CountryCode && old.Admin1 == i.Admin1))
            .GroupBy(i => new { i.CountryCode, i.Admin1 }).Select(g => new { g.Key.CountryCode, g.Key.Admin1, Count = g.Count() })
            .OrderByDescending(area => area.Count).ThenBy(area => area.Admin1).Take(Most).ToListAsync(cancellation);
        return new RegionFirsts(
            since, [.. actors.Select(actor => new ActorCount(actor.Id, actor.Name, actor.Count))], [.. weapons.Select(weapon => new NamedCount(weapon.Name, weapon.Count))],
            [.. areas.Select(area => new AreaCount(area.CountryCode!, area.Admin1, area.Count))]);
    }
}
