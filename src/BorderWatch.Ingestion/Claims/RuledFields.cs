using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Puts what editors ruled in the place of what reports add up to.</summary>
public static class RuledFields
{
    /// <summary>The values with every ruling in force. A field that is ruled on is no conflict any more: that reports differ on it has been settled.</summary>
    /// <param name="derived">What the reports add up to.</param>
    /// <param name="rulings">Those that stand, one a field.</param>
    public static DerivedIncident Over(DerivedIncident derived, IEnumerable<Ruling> rulings)
    {
        foreach (var ruling in rulings)
        {
            derived = Over(derived, ruling.Field, RuledValues.Parse(ruling.Values)) with { Conflicts = [.. derived.Conflicts.Where(field => field != ConflictName(ruling.Field))] };
        }
        return derived;
    }

    /// <summary>An incident's values as its row has them, for one of which no report tells any more.</summary>
    public static DerivedIncident AsItStands(Incident incident) => new(
        incident.Title, new(incident.EventType, incident.SubEventType), new(incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision), PlaceOf(incident),
        incident.Killed, incident.Injured, incident.Abducted, incident.Weapon,
        [.. incident.Actors.Select(part => new ClaimValue.Actor(part.Actor.Name, part.Role, part.Attribution, part.Actor.Kind, part.Actor.CountryCode))], incident.Confidence, []);

    /// <summary>The value that an incident's row has for a field, in the shape of a ruling. Its place and actors must be loaded.</summary>
    public static IReadOnlyList<ClaimValue> Of(Incident incident, ClaimField field) => field switch
    {
        ClaimField.Title => [new ClaimValue.Text(incident.Title)],
        ClaimField.Kind => [new ClaimValue.Kind(incident.EventType, incident.SubEventType)],
        ClaimField.Occurred => incident.OccurredFrom is null ? [] : [new ClaimValue.Occurred(incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision)],
        ClaimField.Place => PlaceOf(incident) is { } place ? [place] : [],
        ClaimField.Killed => Count(incident.Killed),
        ClaimField.Injured => Count(incident.Injured),
        ClaimField.Abducted => Count(incident.Abducted),
        ClaimField.Weapon => incident.Weapon is { } weapon ? [new ClaimValue.Text(weapon)] : [],
        ClaimField.Actor => AsItStands(incident).Actors,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static DerivedIncident Over(DerivedIncident derived, ClaimField field, IReadOnlyList<ClaimValue> values)
    {
        var value = values.Count > 0 ? values[0] : null;
        return field switch
        {
            ClaimField.Title => value is ClaimValue.Text { Words: { } title } ? derived with { Title = title } : derived,
            ClaimField.Kind => value is ClaimValue.Kind kind ? derived with { Kind = kind } : derived,
            ClaimField.Occurred => derived with { Occurred = value as ClaimValue.Occurred ?? new ClaimValue.Occurred(null, null, TimePrecision.Unknown) },
            ClaimField.Place => derived with { Place = value as ClaimValue.Place },
            ClaimField.Killed => derived with { Killed = Count(value) },
            ClaimField.Injured => derived with { Injured = Count(value) },
            ClaimField.Abducted => derived with { Abducted = Count(value) },
            ClaimField.Weapon => derived with { Weapon = (value as ClaimValue.Text)?.Words },
            ClaimField.Actor => derived with { Actors = [.. values.OfType<ClaimValue.Actor>()] },
            _ => derived,
        };
    }

    private static CasualtyCount Count(ClaimValue? value) => value is ClaimValue.Casualties count ? new(count.Low, count.Best, count.High) : CasualtyCount.Unsaid;

    private static IReadOnlyList<ClaimValue> Count(CasualtyCount count) => count.IsSaid ? [new ClaimValue.Casualties(count.Low, count.Best, count.High)] : [];

    private static ClaimValue.Place? PlaceOf(Incident incident) => incident.Place is { } p
        ? new(p.Name, p.Admin2, p.Admin1, p.CountryCode, p.Latitude, p.Longitude, incident.PlacePrecision ?? PlacePrecision.Country, p.GeonameId) : null;

    // As Derivation names them.
    private static string ConflictName(ClaimField field) => field switch
    {
        ClaimField.Occurred => "date",
        _ => field.ToString().ToLowerInvariant(),
    };
}
