using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Incidents;

/// <summary>What a claim says, in words.</summary>
public static class ClaimWords
{
    /// <summary>The value in a few words.</summary>
    public static string Of(ClaimValue value) => value switch
    {
        ClaimValue.Kind kind => kind.SubEventType is { Length: > 0 } sub ? $"{sub} ({kind.EventType})" : kind.EventType,
        ClaimValue.Occurred day => DateWords.Period(day.From, day.To, day.Precision),
        ClaimValue.Place place => Place(place),
        ClaimValue.Actor actor => $"{actor.Name}: {Role(actor.Role)}, {Attribution(actor.Attribution)}",
        ClaimValue.Casualties count => CasualtyWords.Short(new(count.Low, count.Best, count.High)),
        ClaimValue.Text text => text.Words ?? "somebody unnamed",
        _ => "",
    };

    /// <summary>"perpetrator", "target" …</summary>
    public static string Role(ActorRole role) => role switch
    {
        ActorRole.Other => "took part",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>How it is known: "claimed by itself", "stated as fact", "suspected", "unidentified".</summary>
    public static string Attribution(Attribution attribution) => attribution switch
    {
        Store.Actors.Attribution.Claimed => "claimed by itself",
        Store.Actors.Attribution.Confirmed => "stated as fact",
        Store.Actors.Attribution.Suspected => "suspected",
        _ => "unidentified",
    };

    private static string Place(ClaimValue.Place place)
    {
        var within = PlaceWords.Within(place.Name, place.Admin1, place.CountryCode);
        return PlaceWords.Of(place.Name, place.Precision) + (within.Length > 0 ? ", " + within : "");
    }
}
