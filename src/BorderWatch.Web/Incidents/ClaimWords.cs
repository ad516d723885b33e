using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Incidents;

/// <summary>What a claim says, in words.</summary>
public static class ClaimWords
{
    /// <summary>The value in a few words.</summary>
    public static string Of(ClaimValue value) => value switch
    {
        ClaimValue.Kind kind => kind.SubEventType is { Length: > 0 } sub ? $"{Say.Name(sub)} ({Say.Name(kind.EventType)})" : Say.Name(kind.EventType),
        ClaimValue.Occurred day => DateWords.Period(day.From, day.To, day.Precision),
        ClaimValue.Place place => Place(place),
        ClaimValue.Actor actor => Say.It("{0}: {1}, {2}", actor.Name, Role(actor.Role), Attribution(actor.Attribution)),
        ClaimValue.Casualties count => CasualtyWords.Short(new(count.Low, count.Best, count.High)),
        ClaimValue.Text text => text.Words ?? Say.It("somebody unnamed"),
        _ => "",
    };

    /// <summary>"perpetrator", "target" …</summary>
    public static string Role(ActorRole role) => role switch
    {
        ActorRole.Other => Say.It("took part"),
        _ => Say.Name(role.ToString().ToLowerInvariant()),
    };

    /// <summary>How it is known: "claimed by itself", "stated as fact", "suspected", "unidentified".</summary>
    public static string Attribution(Attribution attribution) => attribution switch
    {
        Store.Actors.Attribution.Claimed => Say.It("claimed by itself"),
        Store.Actors.Attribution.Confirmed => Say.It("stated as fact"),
        Store.Actors.Attribution.Suspected => Say.It("suspected"),
        _ => Say.It("unidentified"),
    };

    private static string Place(ClaimValue.Place place)
    {
        var within = PlaceWords.Within(place.Name, place.Admin1, place.CountryCode);
        return PlaceWords.Of(place.Name, place.Precision) + (within.Length > 0 ? Say.It(", ") + within : "");
    }
}
