using System.Text.RegularExpressions;
using BorderWatch.Extraction.Places;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Matching;

/// <summary>What of a report is compared with another: its values, and the words around its quotes.</summary>
internal sealed partial record ReportSketch(
    ClaimValue.Kind Kind, ClaimValue.Occurred? Occurred, ClaimValue.Place? Place, DateOnly Reported,
    IReadOnlySet<string> Perpetrators, IReadOnlySet<string> Targets, IReadOnlySet<string> Weapons,
    ClaimValue.Casualties? Killed, ClaimValue.Casualties? Injured, ClaimValue.Casualties? Abducted, IReadOnlySet<string> Words)
{
    /// <summary>Sketches a report.</summary>
    /// <param name="reportTitle">The report's one line.</param>
    /// <param name="headline">The article's headline, which speaks of its first incident alone.</param>
    /// <param name="text">The article's text, in which the quotes stand.</param>
    /// <param name="ordinal">The report's place among the article's incidents.</param>
    /// <param name="reported">The day of publication.</param>
    /// <param name="claims">Field, value, and where its quote stands.</param>
    public static ReportSketch Of(
        string reportTitle, string headline, string text, int ordinal, DateOnly reported,
        IReadOnlyCollection<(ClaimField Field, ClaimValue Value, int Start, int End, bool InTitle)> claims)
    {
        var spoken = string.Join(" . ", Surroundings(text, claims).Append(reportTitle).Append(ordinal == 0 ? headline : ""));
        var key = NameKey.Of(spoken);
        var actors = claims.Select(c => c.Value).OfType<ClaimValue.Actor>().ToList();
        var weapon = NameKey.Of(string.Join(" ; ", claims.Where(c => c.Field == ClaimField.Weapon).Select(c => c.Value).OfType<ClaimValue.Text>().Select(t => t.Words)));
        // The weapon that is claimed outranks words of weapons that merely stand near.
        var weapons = Concepts.Weapons(weapon) is { Count: > 0 } claimed ? claimed : Concepts.Weapons(key);
        return new ReportSketch(
            claims.Select(c => c.Value).OfType<ClaimValue.Kind>().First(),
            First<ClaimValue.Occurred>(claims, ClaimField.Occurred), First<ClaimValue.Place>(claims, ClaimField.Place), reported,
            actors.Where(a => a.Role == ActorRole.Perpetrator && a.Attribution != Attribution.Unidentified && a.ActorKind is ActorKind.Rebel or ActorKind.Militia or ActorKind.State or ActorKind.External)
                .Select(a => NameKey.Of(a.Name)).ToHashSet(StringComparer.Ordinal),
            Concepts.Targets(Speakers().Replace(key, " ")), weapons,
            First<ClaimValue.Casualties>(claims, ClaimField.Killed), First<ClaimValue.Casualties>(claims, ClaimField.Injured),
            First<ClaimValue.Casualties>(claims, ClaimField.Abducted), Concepts.Words(key));
    }

    /// <summary>What the reports of an incident name together: what was hit, with what, by whom.</summary>
    public static ReportSketch Together(IReadOnlyList<ReportSketch> reports) => reports[0] with
    {
        Perpetrators = Union(reports.Select(r => r.Perpetrators)),
        Targets = Union(reports.Select(r => r.Targets)),
        Weapons = Union(reports.Select(r => r.Weapons)),
    };

    /// <summary>This report, with what it leaves out as the others say it: a short notice of a bombing is not a notice of a shooting.</summary>
    public ReportSketch CompletedBy(ReportSketch others) => this with
    {
        Perpetrators = Perpetrators.Count > 0 ? Perpetrators : others.Perpetrators,
        Targets = Targets.Count > 0 ? Targets : others.Targets,
        Weapons = Weapons.Count > 0 ? Weapons : others.Weapons,
    };

    // "police said" names who told it, not what was hit.
    [GeneratedRegex(@"\b(?:police|army|military|security|government|hospital)(?: (?:officials?|sources?|officers?|spokes(?:man|woman|person)|chief|forces))* (?:said|says|say|told|added|reported|confirmed)\b")]
    private static partial Regex Speakers();

    private static HashSet<string> Union(IEnumerable<IReadOnlySet<string>> sets) => sets.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);

    private static T? First<T>(IEnumerable<(ClaimField Field, ClaimValue Value, int, int, bool)> claims, ClaimField field) where T : ClaimValue =>
        claims.Where(c => c.Field == field).Select(c => c.Value).OfType<T>().FirstOrDefault();

    // The sentences that the quotes stand in: a quote alone ("three people") says too little.
    private static IEnumerable<string> Surroundings(string text, IEnumerable<(ClaimField Field, ClaimValue Value, int Start, int End, bool InTitle)> claims)
    {
        var seen = new HashSet<(int, int)>();
        foreach (var claim in claims.Where(c => !c.InTitle && c.Field != ClaimField.Reaction && c.End <= text.Length))
        {
            var from = claim.Start == 0 ? 0 : text.LastIndexOfAny(['.', '\n', '!', '?'], claim.Start - 1) + 1;
            var to = text.IndexOfAny(['.', '\n', '!', '?'], claim.End);
            if (to < 0) to = text.Length;
            if (seen.Add((from, to))) yield return text[from..to];
        }
    }
}
