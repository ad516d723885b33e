using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Rulings;

/// <summary>The value that an incident has, in the shape of a correction.</summary>
public static class CurrentValues
{
    /// <summary>Empty where nothing is known.</summary>
    public static IReadOnlyList<ClaimValue> Of(IncidentDetail detail, ClaimField field)
    {
        var incident = detail.Incident;
        return field switch
        {
            ClaimField.Title => [new ClaimValue.Text(incident.Title)],
            ClaimField.Kind => [new ClaimValue.Kind(incident.EventType, incident.SubEventType)],
            ClaimField.Occurred => incident.OccurredFrom is null ? [] : [new ClaimValue.Occurred(incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision)],
            ClaimField.Place => incident.Place is { } p
                ? [new ClaimValue.Place(p.Name, p.Admin2, p.Admin1, p.CountryCode, p.Latitude, p.Longitude, incident.PlacePrecision ?? PlacePrecision.Country, p.GeonameId)] : [],
            ClaimField.Killed => Count(incident.Killed),
            ClaimField.Injured => Count(incident.Injured),
            ClaimField.Abducted => Count(incident.Abducted),
            ClaimField.Weapon => incident.Weapon is { } weapon ? [new ClaimValue.Text(weapon)] : [],
            ClaimField.Actor => [.. detail.Actors.Select(actor => new ClaimValue.Actor(actor.Name, actor.Role, actor.Attribution, actor.Kind, actor.CountryCode))],
            _ => [],
        };
    }

    private static IReadOnlyList<ClaimValue> Count(CasualtyCount count) => count.IsSaid ? [new ClaimValue.Casualties(count.Low, count.Best, count.High)] : [];
}
