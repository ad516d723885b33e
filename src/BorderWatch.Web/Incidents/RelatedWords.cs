using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Incidents;

/// <summary>Why one incident is shown beside another.</summary>
internal static class RelatedWords
{
    /// <summary>"9 days before, same actor (ISKP), 12 km away, same means (IED)".</summary>
    public static string Of(RelatedIncident other) => string.Join(", ", Parts(other));

    private static IEnumerable<string> Parts(RelatedIncident other)
    {
        yield return other.DaysAfter switch
        {
            0 => Say.It("the same day"),
            1 => Say.It("the day after"),
            -1 => Say.It("the day before"),
            > 0 => Say.It("{0} days after", other.DaysAfter),
            _ => Say.It("{0} days before", -other.DaysAfter),
        };
        if (other.SharedActors.Count > 0) yield return Say.It("same actor ({0})", string.Join(Say.It(", "), other.SharedActors));
        if (other.Kilometres is { } km) yield return km == 0 ? Say.It("the same place") : Say.It("{0} km away", km);
        if (other.SharedWeapon is { } weapon) yield return Say.It("same means ({0})", weapon);
    }
}
