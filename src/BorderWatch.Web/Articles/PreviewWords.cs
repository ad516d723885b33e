using BorderWatch.Extraction;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Articles;

/// <summary>An extracted incident's values as the preview lists them, in the words of the incident page.</summary>
public static class PreviewWords
{
    /// <summary>Field names and values; a value is null where the article does not say.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Facts(ExtractedIncident incident)
    {
        List<(string, string?)> facts =
        [
            (Say.Name("What"), $"{Say.Name(incident.Kind.SubType)} ({Say.Name(incident.Kind.Type)})"),
            (Say.Name("When"), incident.Occurred is { From: null, To: null } ? null
                : DateWords.Period(incident.Occurred.From, incident.Occurred.To, Enum.Parse<TimePrecision>(incident.Occurred.Precision.ToString()))),
            (Say.Name("Where"), Place(incident)),
            (Say.Name("Killed"), Count(incident.Killed)),
            (Say.Name("Injured"), Count(incident.Injured)),
        ];
        if (incident.Abducted is not null) facts.Add((Say.Name("Abducted"), Count(incident.Abducted)));
        if (incident.Weapon is not null) facts.Add((Say.Name("Weapon"), incident.Weapon));
        facts.AddRange(incident.Actors.GroupBy(actor => actor.Role).OrderBy(role => role.Key)
            .Select(role => (RoleName(role.Key), (string?)string.Join(Say.It(", "), role.Select(actor => actor.Name)))));
        return facts;
    }

    private static string? Place(ExtractedIncident incident)
    {
        if (incident.Place is not { } place) return null;
        var within = PlaceWords.Within(place.Name, place.Admin1, place.Country);
        return PlaceWords.Of(place.Name, Enum.Parse<PlacePrecision>(place.Precision.ToString())) + (within.Length > 0 ? Say.It(", ") + within : "");
    }

    private static string? Count(CasualtyRange? range) => range is { } count ? CasualtyWords.Short(new(count.Low, count.Best, count.High)) : null;

    private static string RoleName(ActorRole role) => Say.Name(role is ActorRole.Other ? "Also" : role.ToString());
}
