using System.Globalization;
using BorderWatch.Store.Incidents;

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
            0 => "the same day",
            1 => "the day after",
            -1 => "the day before",
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{other.DaysAfter} days after"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{-other.DaysAfter} days before"),
        };
        if (other.SharedActors.Count > 0) yield return $"same actor ({string.Join(", ", other.SharedActors)})";
        if (other.Kilometres is { } km) yield return km == 0 ? "the same place" : string.Create(CultureInfo.InvariantCulture, $"{km} km away");
        if (other.SharedWeapon is { } weapon) yield return $"same means ({weapon})";
    }
}
