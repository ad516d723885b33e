using BorderWatch.Extraction.Places;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Whether what reports say challenges a ruling: it contradicts it, and was not known when the editor ruled.</summary>
public static class Challenge
{
    /// <summary>The oldest report that challenges the ruling; null where none does.</summary>
    public static StandingReport? Of(Ruling ruling, IEnumerable<StandingReport> reports)
    {
        var (ruled, known) = (RuledValues.Parse(ruling.Values), RuledValues.Parse(ruling.Known).ToHashSet());
        return reports.OrderBy(report => report.At).ThenBy(report => report.Id).FirstOrDefault(report =>
            report.Values<ClaimValue>(ruling.Field).Any(claimed => !known.Contains(claimed) && Contradicts(claimed, ruled)));
    }

    /// <summary>True where a claim and a ruled value cannot both be right. Titles and weapons never contradict: reports word them differently.</summary>
    /// <param name="claimed">What a report says.</param>
    /// <param name="ruled">What was ruled; empty for "nothing is known".</param>
    public static bool Contradicts(ClaimValue claimed, IReadOnlyList<ClaimValue> ruled) => (claimed, ruled.FirstOrDefault()) switch
    {
        (ClaimValue.Actor actor, _) => IsCulprit(actor) && !ruled.OfType<ClaimValue.Actor>().Any(r => r.Role == ActorRole.Perpetrator && NameKey.Of(r.Name) == NameKey.Of(actor.Name)),
        (ClaimValue.Text, _) => false,
        (ClaimValue.Occurred { From: null }, _) => false,
        (_, null) => true,
        (ClaimValue.Casualties now, ClaimValue.Casualties r) => now.Best is { } best
            ? best < (r.Low ?? r.Best ?? 0) || best > (r.High ?? r.Best ?? int.MaxValue)
            : now.Low > (r.High ?? r.Best ?? int.MaxValue) || now.High < (r.Low ?? r.Best ?? 0),
        (ClaimValue.Kind now, ClaimValue.Kind r) => now.EventType != r.EventType,
        (ClaimValue.Occurred now, ClaimValue.Occurred r) => now.From > r.To || now.To < r.From,
        (ClaimValue.Place now, ClaimValue.Place r) => !PlaceAgreement.Agree(now, r),
        _ => false,
    };

    // Who else was hit or came to help is no contradiction; who did it is.
    private static bool IsCulprit(ClaimValue.Actor actor) => actor.Role == ActorRole.Perpetrator && actor.Attribution != Attribution.Unidentified;
}
