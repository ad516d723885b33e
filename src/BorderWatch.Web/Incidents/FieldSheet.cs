using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Incidents;

/// <summary>One field of an incident: its value, and every quotation that bears on it.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">In words; where it is not said, that it isn't.</param>
/// <param name="IsSaid">False where no report gives a value.</param>
/// <param name="Quotes">Contested ones first, then the newest publication first.</param>
public sealed record FieldSheet(ClaimField Field, string Value, bool IsSaid, IReadOnlyList<QuoteLine> Quotes)
{
    private static readonly ClaimField[] s_order =
    [
        ClaimField.Kind, ClaimField.Occurred, ClaimField.Place, ClaimField.Killed, ClaimField.Injured, ClaimField.Abducted, ClaimField.Weapon, ClaimField.Actor, ClaimField.Title,
    ];

    /// <summary>True where reports contradict each other.</summary>
    public bool IsContested => Quotes.Any(quote => quote.DisagreesWith.Count > 0);

    /// <summary>The fields of an incident in the order that they are read. Abducted is left out where nothing is said of it.</summary>
    public static IReadOnlyList<FieldSheet> Of(IncidentDetail detail) =>
        [.. s_order.Select(field => Of(detail, field)).Where(sheet => sheet.IsSaid || sheet.Quotes.Count > 0 || sheet.Field is not ClaimField.Abducted)];

    private static FieldSheet Of(IncidentDetail detail, ClaimField field)
    {
        var value = ValueOf(detail, field);
        return new(field, value ?? NotSaid(field), value is not null, QuoteLine.Of(detail.Reports, field));
    }

    private static string? ValueOf(IncidentDetail detail, ClaimField field)
    {
        var incident = detail.Incident;
        return field switch
        {
            ClaimField.Kind => ClaimWords.Of(new ClaimValue.Kind(incident.EventType, incident.SubEventType)),
            ClaimField.Occurred => (incident.OccurredFrom ?? incident.OccurredTo) is null ? null
                : DateWords.Period(incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision),
            ClaimField.Place => incident.Place is { } place
                ? string.Join(Say.It(", "), new[] { PlaceWords.Of(place.Name, incident.PlacePrecision), PlaceWords.Within(place.Name, place.Admin1, place.CountryCode) }.Where(part => part.Length > 0))
                : null,
            ClaimField.Killed => Count(incident.Killed),
            ClaimField.Injured => Count(incident.Injured),
            ClaimField.Abducted => Count(incident.Abducted),
            ClaimField.Weapon => incident.Weapon,
            ClaimField.Title => incident.Title,
            ClaimField.Actor => Who(detail.Actors),
            _ => null,
        };
    }

    // As in the timeline: who did it, and against whom.
    private static string? Who(IReadOnlyList<IncidentActorView> actors)
    {
        if (actors.Count == 0) return null;
        string Of(string none, params ActorRole[] roles) => ActorWords.List([.. actors.Where(actor => roles.Contains(actor.Role)).Select(actor => actor.Name).Distinct()], none);
        var (by, against) = (Of(Say.It("perpetrator not said"), ActorRole.Perpetrator), Of("", ActorRole.Target));
        return against.Length > 0 ? Say.It("{0} → {1}", by, against) : actors.Any(actor => actor.Role is ActorRole.Perpetrator) ? by : Of("", ActorRole.Responder, ActorRole.Other);
    }

    private static string? Count(CasualtyCount count) => count.IsSaid ? CasualtyWords.Short(count) : null;

    private static string NotSaid(ClaimField field) => field switch
    {
        ClaimField.Occurred => Say.It("day not said"),
        ClaimField.Place => PlaceWords.NotSaid,
        ClaimField.Actor => Say.It("nobody named"),
        _ => CasualtyWords.NotSaid,
    };
}
