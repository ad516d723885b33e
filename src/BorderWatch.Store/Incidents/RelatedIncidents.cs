using BorderWatch.Store.Actors;
using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Incidents;

/// <inheritdoc cref="IRelatedIncidents"/>
internal sealed class RelatedIncidents(IDbContextFactory<BorderWatchDbContext> contexts) : IRelatedIncidents
{
    private const int Most = 6;

    // On each side in time: so many can be laid beside an incident however many there are.
    private const int Neighbours = 300;

    private const int Days = 183;

    private const int NearKilometres = 50;

    // What an incident must have in common with another: a named group, or a place and a pattern.
    private const double Enough = 2.5;

    public async Task<IReadOnlyList<RelatedIncident>> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await Sketches(db.Incidents.Where(i => i.Id == id)).SingleOrDefaultAsync(cancellation) is not { CountryCode: { } country } self) return [];
        var (first, last) = (self.Date.AddDays(-Days), self.Date.AddDays(Days));
        var near = db.Incidents.Where(i => i.CountryCode == country && i.MergedIntoId == null && i.Status != IncidentStatus.Rejected && i.Id != id);
        List<Sketch> neighbours =
        [
            .. await Sketches(near.Where(i => i.TimelineDate <= self.Date && i.TimelineDate >= first).OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id).Take(Neighbours)).ToListAsync(cancellation),
            .. await Sketches(near.Where(i => i.TimelineDate > self.Date && i.TimelineDate <= last).OrderBy(i => i.TimelineDate).ThenBy(i => i.Id).Take(Neighbours)).ToListAsync(cancellation),
        ];
        return [.. neighbours.Select(other => Weigh(self, other)).Where(w => w.Weight >= Enough).OrderByDescending(w => w.Weight).ThenBy(w => Math.Abs(w.Related.DaysAfter)).Take(Most).Select(w => w.Related)];
    }

    private static (RelatedIncident Related, double Weight) Weigh(Sketch self, Sketch other)
    {
        // Civilians, unknown men and the police are in most incidents, and relate none of them.
        var shared = self.Actors.Where(a => IsTelling(a.Kind)).Join(other.Actors, a => a.Id, b => b.Id, (a, _) => (a.Name, a.Kind)).Distinct().ToList();
        var km = Kilometres(self, other) is { } distance and <= NearKilometres ? (int)Math.Round(distance) : (int?)null;
        var weapon = self.Weapon is { } mine && string.Equals(mine, other.Weapon, StringComparison.OrdinalIgnoreCase) ? mine : null;
        var days = other.Date.DayNumber - self.Date.DayNumber;
        var weight = Math.Min(2, shared.Count) * 2.5 + (km is null ? 0 : 2.0 - km.Value / 40.0) + (weapon is null ? 0 : 0.7) + (self.SubEventType == other.SubEventType ? 0.7 : 0) - Math.Abs(days) / 120.0;
        return (new RelatedIncident(other.Id, other.Title, other.EventType, other.Date, days, [.. shared.Select(a => a.Name)], km, weapon), weight);
    }

    private static bool IsTelling(ActorKind kind) => kind is ActorKind.Rebel or ActorKind.Militia or ActorKind.Criminal or ActorKind.External;

    private static double? Kilometres(Sketch a, Sketch b) =>
        a.Precision is PlacePrecision.Exact or PlacePrecision.Near && b.Precision is PlacePrecision.Exact or PlacePrecision.Near ? GreatCircle.Kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude) : null;

    private static IQueryable<Sketch> Sketches(IQueryable<Incident> incidents) => incidents.AsNoTracking().Select(i => new Sketch(
        i.Id, i.Title, i.EventType, i.SubEventType, i.TimelineDate, i.CountryCode, i.Weapon, i.PlacePrecision, i.Place!.Latitude, i.Place.Longitude,
        i.Actors.Select(part => new Part(part.ActorId, part.Actor.Name, part.Actor.Kind)).ToList()));

    private sealed record Sketch(
        Guid Id, string Title, string EventType, string SubEventType, DateOnly Date, string? CountryCode, string? Weapon, PlacePrecision? Precision, double? Latitude, double? Longitude, List<Part> Actors);

    private sealed record Part(Guid Id, string Name, ActorKind Kind);
}
