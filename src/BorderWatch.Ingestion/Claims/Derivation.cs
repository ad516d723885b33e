using BorderWatch.Extraction.Places;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>What an incident's standing reports add up to.</summary>
/// <param name="Title">By <see cref="DerivationRules.Title"/>.</param>
/// <param name="Kind">By <see cref="DerivationRules.Kind"/>.</param>
/// <param name="Occurred">By <see cref="DerivationRules.Occurred"/>.</param>
/// <param name="Place">By <see cref="DerivationRules.Place"/>; null where no report says.</param>
/// <param name="Killed">By <see cref="DerivationRules.Casualties"/>.</param>
/// <param name="Injured">By <see cref="DerivationRules.Casualties"/>.</param>
/// <param name="Abducted">By <see cref="DerivationRules.Casualties"/>.</param>
/// <param name="Weapon">By <see cref="DerivationRules.Weapon"/>; null where no report says.</param>
/// <param name="Actors">By <see cref="DerivationRules.Actors"/>.</param>
/// <param name="Confidence">The best of the reports.</param>
/// <param name="Conflicts">The fields on which reports contradict each other, in words; empty where they agree.</param>
public sealed record DerivedIncident(
    string Title, ClaimValue.Kind Kind, ClaimValue.Occurred Occurred, ClaimValue.Place? Place,
    CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted, string? Weapon,
    IReadOnlyList<ClaimValue.Actor> Actors, double Confidence, IReadOnlyList<string> Conflicts);

/// <summary>Carries out <see cref="DerivationRules"/>. The order in which reports are given does not matter.</summary>
public static class Derivation
{
    /// <summary>Derives the values; null where no standing report says what happened.</summary>
    public static DerivedIncident? Derive(IReadOnlyCollection<StandingReport> standing)
    {
        var reports = standing.Where(r => r.Values<ClaimValue.Kind>(ClaimField.Kind).Any()).OrderBy(r => r.At).ThenBy(r => r.Id).ToList();
        if (reports.Count == 0) return null;
        var conflicts = new List<string>();
        return new DerivedIncident(
            reports.OrderByDescending(r => r.Confidence).ThenByDescending(r => r.At).First().Title,
            Kind(reports),
            Occurred(reports, conflicts),
            Place(reports, conflicts),
            CasualtyDerivation.Derive(reports, ClaimField.Killed, conflicts),
            CasualtyDerivation.Derive(reports, ClaimField.Injured, conflicts),
            CasualtyDerivation.Derive(reports, ClaimField.Abducted, conflicts),
            Weapon(reports),
            Actors(reports),
            reports.Max(r => r.Confidence),
            conflicts);
    }

    private static ClaimValue.Kind Kind(List<StandingReport> reports)
    {
        var said = reports.Select(r => (Kind: r.Values<ClaimValue.Kind>(ClaimField.Kind).First(), r.Confidence)).ToList();
        // The type is settled first, so that a split between two of its sub-types does not hand the vote to another type.
        var type = said.GroupBy(s => s.Kind.EventType).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Sum(s => s.Confidence)).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return type.GroupBy(s => s.Kind).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Sum(s => s.Confidence))
            .ThenBy(g => g.Key.SubEventType, StringComparer.Ordinal).First().Key;
    }

    private static ClaimValue.Occurred Occurred(List<StandingReport> reports, List<string> conflicts)
    {
        var said = reports.SelectMany((r, order) => r.Values<ClaimValue.Occurred>(ClaimField.Occurred).Take(1).Select(o => (Value: o, order))).Where(s => s.Value.From is not null).ToList();
        if (said.Count == 0) return new ClaimValue.Occurred(null, null, TimePrecision.Unknown);
        var finest = said.Min(s => s.Value.Precision);
        var best = said.Where(s => s.Value.Precision == finest).GroupBy(s => s.Value)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(s => s.order)).First().Key;
        if (said.Any(s => s.Value.From > best.To || s.Value.To < best.From)) conflicts.Add("date");
        return best;
    }

    private static ClaimValue.Place? Place(List<StandingReport> reports, List<string> conflicts)
    {
        var said = reports.SelectMany((r, order) => r.Values<ClaimValue.Place>(ClaimField.Place).Take(1).Select(p => (Value: p, order))).ToList();
        if (said.Count == 0) return null;
        var ranked = said
            .Select(s => (s.Value, s.order, Support: said.Count(other => PlaceAgreement.Agree(s.Value, other.Value)), Same: said.Count(other => other.Value == s.Value)))
            .OrderByDescending(s => s.Support * 2 >= said.Count).ThenBy(s => s.Value.Precision)
            .ThenByDescending(s => s.Support).ThenByDescending(s => s.Same).ThenBy(s => s.order).First();
        if (ranked.Support < said.Count) conflicts.Add("place");
        return ranked.Value;
    }

    private static string? Weapon(List<StandingReport> reports) =>
        reports.SelectMany(r => r.Values<ClaimValue.Text>(ClaimField.Weapon).Select(t => (t.Words, r.Confidence))).Where(w => w.Words is not null)
            .GroupBy(w => NameKey.Of(w.Words!)).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Sum(w => w.Confidence)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.First().Words;

    private static List<ClaimValue.Actor> Actors(List<StandingReport> reports) =>
        [.. reports.SelectMany(r => r.Values<ClaimValue.Actor>(ClaimField.Actor)).Where(a => NameKey.Of(a.Name).Length > 0)
            .GroupBy(a => (NameKey.Of(a.Name), a.Role))
            .Select(g => g.First() with
            {
                Attribution = g.MinBy(a => Strength(a.Attribution))!.Attribution,
                ActorKind = g.Select(a => a.ActorKind).FirstOrDefault(k => k != ActorKind.Unknown, ActorKind.Unknown),
                CountryCode = g.Select(a => a.CountryCode).FirstOrDefault(c => c is not null),
            })];

    private static int Strength(Attribution attribution) => attribution switch
    {
        Attribution.Claimed => 0,
        Attribution.Confirmed => 1,
        Attribution.Suspected => 2,
        _ => 3,
    };
}
