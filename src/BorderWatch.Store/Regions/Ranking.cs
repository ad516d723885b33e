using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Who and where most often, among some incidents; the most frequent first.</summary>
internal static class Ranking
{
    /// <summary>Provinces, and countries whose province nobody names, by how many of the incidents they have.</summary>
    public static async Task<IReadOnlyList<AreaCount>> AreasAsync(this IQueryable<Incident> incidents, int most, CancellationToken cancellation)
    {
        var counts = await incidents
            .Where(i => i.CountryCode != null)
            .GroupBy(i => new { i.CountryCode, i.Admin1 })
            .Select(g => new { g.Key.CountryCode, g.Key.Admin1, Count = g.Count() })
            .OrderByDescending(area => area.Count).ThenBy(area => area.CountryCode).ThenBy(area => area.Admin1)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. counts.Select(area => new AreaCount(area.CountryCode!, area.Admin1, area.Count))];
    }

    /// <summary>Those who have a role in most of the incidents.</summary>
    public static async Task<IReadOnlyList<ActorCount>> ActorsAsync(
        this BorderWatchDbContext db, IQueryable<Incident> incidents, ActorRole role, int most, CancellationToken cancellation)
    {
        var counts = await db.IncidentActors
            .Where(part => part.Role == role && incidents.Any(i => i.Id == part.IncidentId))
            .Select(part => new { part.ActorId, part.IncidentId }).Distinct()
            .GroupBy(part => part.ActorId)
            .Select(g => new { ActorId = g.Key, Count = g.Count() })
            .Join(db.Actors, g => g.ActorId, actor => actor.Id, (g, actor) => new { actor.Id, actor.Name, g.Count })
            .OrderByDescending(actor => actor.Count).ThenBy(actor => actor.Name)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. counts.Select(actor => new ActorCount(actor.Id, actor.Name, actor.Count))];
    }
}
