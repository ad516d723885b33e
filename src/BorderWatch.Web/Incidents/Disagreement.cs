using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Incidents;

/// <summary>Whether a later report contradicts an earlier one of another outlet, by the same measure as the derivation of incidents.</summary>
public static class Disagreement
{
    /// <summary>
    /// True where both cannot be right. A toll that rises is a story going on; one that falls is a contradiction.
    /// Actors and plain words never contradict: reports name different ones.
    /// </summary>
    public static bool Between(ClaimValue earlier, ClaimValue later) => (earlier, later) switch
    {
        (ClaimValue.Casualties before, ClaimValue.Casualties now) => (before.Best ?? before.Low) > now.Best,
        (ClaimValue.Kind before, ClaimValue.Kind now) => before.EventType != now.EventType,
        (ClaimValue.Occurred before, ClaimValue.Occurred now) => before.From > now.To || now.From > before.To,
        (ClaimValue.Place before, ClaimValue.Place now) => !PlaceAgreement.Agree(before, now),
        _ => false,
    };
}
