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
        // Whether something is old is asked of each that the period has, and stops at the first find: what was before may be every incident there is.
        // For actors by an incident of theirs and not by whether there is one, which PostgreSQL would rather find out by reading everything that was before.
        var actors = await db.IncidentActors
            .Where(part => incidents.Any(i => i.Id == part.IncidentId) && !s_unnamed.Contains(part.Actor.Kind))
            .GroupBy(part => new { part.ActorId, part.Actor.Name })
            .Select(g => new ActorCount(g.Key.ActorId, g.Key.Name, g.Select(part => part.IncidentId).Distinct().Count()))
            .ToListAsync(cancellation);
        var ids = actors.Select(actor => actor.Id).ToArray();
        var known = await db.Database.SqlQuery<Guid>($"SELECT unnest({ids}) AS \"Value\"")
            .Select(id => new { Id = id, Old = db.IncidentActors.Where(old => old.ActorId == id && earlier.Any(i => i.Id == old.IncidentId)).Select(old => (Guid?)old.IncidentId).FirstOrDefault() })
            .Where(actor => actor.Old != null).Select(actor => actor.Id).ToListAsync(cancellation);
        var weapons = await incidents.Where(i => i.Weapon != null).GroupBy(i => i.Weapon!)
            .Select(g => new { Name = g.Key, Count = g.Count(), IsOld = earlier.Any(old => old.Weapon == g.Key) })
            .ToListAsync(cancellation);
        var areas = await incidents.Where(i => i.Admin1 != null).GroupBy(i => new { i.CountryCode, i.Admin1 })
            .Select(g => new { g.Key.CountryCode, g.Key.Admin1, Count = g.Count(), IsOld = earlier.Any(old => old.CountryCode == g.Key.CountryCode && old.Admin1 == g.Key.Admin1) })
            .ToListAsync(cancellation);
        return new RegionFirsts(
            since,
            [.. actors.Where(actor => !known.Contains(actor.Id)).OrderByDescending(actor => actor.Count).ThenBy(actor => actor.Name, StringComparer.Ordinal).Take(Most)],
            [.. weapons.Where(weapon => !weapon.IsOld).Select(weapon => new NamedCount(weapon.Name, weapon.Count))
                .OrderByDescending(weapon => weapon.Count).ThenBy(weapon => weapon.Name, StringComparer.Ordinal).Take(Most)],
            [.. areas.Where(area => !area.IsOld).Select(area => new AreaCount(area.CountryCode!, area.Admin1, area.Count))
                .OrderByDescending(area => area.Count).ThenBy(area => area.Admin1, StringComparer.Ordinal).Take(Most)]);
    }
}
