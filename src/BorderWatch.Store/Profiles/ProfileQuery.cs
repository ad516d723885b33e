using BorderWatch.Store.Actors;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Profiles;

/// <inheritdoc cref="IProfileQuery"/>
internal sealed class ProfileQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IProfileQuery
{
    private const int Most = 10;

    public async Task<ActorProfile?> ActorAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var actor = await db.Actors.AsNoTracking().Include(a => a.Aliases).SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (actor is null) return null;
        var incidents = db.IncidentsOf(new TimelineFilter { Actors = [new(id)] });
        var mine = db.IncidentActors.Where(part => part.ActorId == id && incidents.Any(i => i.Id == part.IncidentId));
        var roles = await mine.GroupBy(part => part.Role).Select(g => new { Role = g.Key, Count = g.Count() }).ToDictionaryAsync(role => role.Role, role => role.Count, cancellation);
        var others = await (
            from own in mine
            join other in db.IncidentActors on own.IncidentId equals other.IncidentId
            where other.ActorId != id
            group other by new { Mine = own.Role, Theirs = other.Role, other.ActorId, other.Actor.Name } into g
            select new Met(g.Key.Mine, g.Key.Theirs, new ActorCount(g.Key.ActorId, g.Key.Name, g.Count()))).ToListAsync(cancellation);
        return new ActorProfile(
            actor.Id, actor.Name, actor.Kind, actor.CountryCode, [.. actor.Aliases.Select(alias => alias.Name).Order(StringComparer.OrdinalIgnoreCase)], roles,
            Among(others, met => met is { Mine: ActorRole.Perpetrator, Theirs: ActorRole.Target }),
            Among(others, met => met is { Mine: ActorRole.Target, Theirs: ActorRole.Perpetrator }),
            Among(others, met => met is { Mine: ActorRole.Perpetrator, Theirs: ActorRole.Perpetrator } or { Mine: ActorRole.Target, Theirs: ActorRole.Target }),
            await incidents.Where(i => i.Admin1 != null).AreasAsync(Most, cancellation));
    }

    public async Task<PlaceProfile?> PlaceAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var place = await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (place is null) return null;
        var incidents = db.IncidentsOf(new TimelineFilter { PlaceId = id });
        return new PlaceProfile(
            place, await incidents.CountAsync(cancellation),
            await db.ActorsAsync(incidents, ActorRole.Perpetrator, Most, cancellation), await db.ActorsAsync(incidents, ActorRole.Target, Most, cancellation));
    }

    private static IReadOnlyList<ActorCount> Among(List<Met> met, Func<Met, bool> asked) =>
    [
        .. met.Where(asked).GroupBy(one => one.Other.Id).Select(g => g.First().Other with { Count = g.Sum(one => one.Other.Count) })
            .OrderByDescending(actor => actor.Count).ThenBy(actor => actor.Name, StringComparer.Ordinal).Take(Most),
    ];

    private sealed record Met(ActorRole Mine, ActorRole Theirs, ActorCount Other);
}
