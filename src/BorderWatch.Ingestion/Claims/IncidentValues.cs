using BorderWatch.Extraction.Places;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Writes what is derived into an incident's row: its values, its place and its actors.</summary>
internal sealed class IncidentValues(BorderWatchDbContext db)
{
    /// <summary>Loads an incident with what is written into it.</summary>
    public Task<Incident> LoadAsync(Guid id, CancellationToken cancellation) =>
        db.Incidents.Include(i => i.Place).Include(i => i.Tags).Include(i => i.Actors).ThenInclude(a => a.Actor).AsSplitQuery().FirstAsync(i => i.Id == id, cancellation);

    /// <summary>Gives the incident the derived values. Its place and actors must be loaded.</summary>
    /// <param name="incident">Tracked, or about to be added.</param>
    /// <param name="derived">What its standing reports add up to.</param>
    /// <param name="firstReported">The day of its first report, where no date is known.</param>
    /// <param name="cancellation">Cancels the look-up of places and actors.</param>
    public async Task ApplyAsync(Incident incident, DerivedIncident derived, DateOnly firstReported, CancellationToken cancellation)
    {
        incident.Title = derived.Title;
        (incident.EventType, incident.SubEventType) = (derived.Kind.EventType, derived.Kind.SubEventType);
        (incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision) = (derived.Occurred.From, derived.Occurred.To, derived.Occurred.Precision);
        incident.TimelineDate = derived.Occurred.To ?? firstReported;
        incident.Place = derived.Place is null ? null : await PlaceAsync(derived.Place, cancellation);
        incident.PlaceId = incident.Place?.Id;
        incident.PlacePrecision = derived.Place?.Precision;
        (incident.Killed, incident.Injured, incident.Abducted) = (derived.Killed, derived.Injured, derived.Abducted);
        incident.Weapon = derived.Weapon;
        incident.Confidence = derived.Confidence;
        incident.HasConflict = derived.Conflicts.Count > 0;
        await ActorsAsync(incident, derived.Actors, cancellation);
    }

    private async Task<Place> PlaceAsync(ClaimValue.Place claimed, CancellationToken cancellation)
    {
        var country = Country(claimed.CountryCode);
        var key = PlaceKey.Of(claimed.Name, claimed.Admin1, country);
        // One place under two spellings, "Khorog" and "Khorugh", is one place: GeoNames' identifier tells, where there is one.
        if (claimed.GeonameId is { } id)
        {
            if (db.Places.Local.FirstOrDefault(p => p.GeonameId == id) is { } spelt) return spelt;
            if (await db.Places.OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.GeonameId == id, cancellation) is { } otherwise) return otherwise;
        }
        if (db.Places.Local.FirstOrDefault(p => p.Key == key) is { } here) return here;
        if (await db.Places.FirstOrDefaultAsync(p => p.Key == key, cancellation) is { } known) return known;
        var located = claimed.Latitude is not null && claimed.Longitude is not null;
        var place = new Place
        {
            Name = Short(claimed.Name, 300),
            Admin2 = claimed.Admin2 is null ? null : Short(claimed.Admin2, 300),
            Admin1 = claimed.Admin1 is null ? null : Short(claimed.Admin1, 300),
            CountryCode = country,
            Latitude = located ? claimed.Latitude : null,
            Longitude = located ? claimed.Longitude : null,
            GeonameId = claimed.GeonameId,
            Key = key,
        };
        db.Places.Add(place);
        return place;
    }

    private async Task ActorsAsync(Incident incident, IReadOnlyList<ClaimValue.Actor> claimed, CancellationToken cancellation)
    {
        var kept = new HashSet<(Guid, ActorRole)>();
        foreach (var claim in claimed)
        {
            var actor = await ActorAsync(claim, cancellation);
            if (!kept.Add((actor.Id, claim.Role))) continue;
            var part = incident.Actors.Find(a => a.ActorId == actor.Id && a.Role == claim.Role);
            if (part is null) incident.Actors.Add(new IncidentActor { IncidentId = incident.Id, ActorId = actor.Id, Actor = actor, Role = claim.Role, Attribution = claim.Attribution });
            else part.Attribution = claim.Attribution;
        }
        foreach (var gone in incident.Actors.Where(a => !kept.Contains((a.ActorId, a.Role))).ToList()) incident.Actors.Remove(gone);
    }

    private async Task<Actor> ActorAsync(ClaimValue.Actor claim, CancellationToken cancellation)
    {
        var key = Short(NameKey.Of(claim.Name), 300);
        if (db.Actors.Local.FirstOrDefault(a => a.NameKey == key) is { } here) return here;
        var known = await db.Actors.FirstOrDefaultAsync(a => a.NameKey == key || a.Aliases.Any(alias => alias.NameKey == key), cancellation);
        if (known is not null) return known;
        var actor = new Actor
        {
            Name = Short(claim.Name, 300),
            NameKey = key,
            Kind = claim.ActorKind,
            CountryCode = Country(claim.CountryCode),
            TargetKinds = TargetKindReading.Of(claim.Name, claim.ActorKind),
        };
        db.Actors.Add(actor);
        return actor;
    }

    private static string? Country(string? code) => code is { Length: 2 } && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}
