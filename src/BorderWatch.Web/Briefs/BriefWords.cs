using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Briefs;

/// <summary>What a brief says of its figures.</summary>
public static class BriefWords
{
    /// <summary>"draft" or "approved".</summary>
    public static string Status(BriefStatus status) => status == BriefStatus.Approved ? "Approved" : "Draft";

    /// <summary>The period in one sentence.</summary>
    public static string Lead(BriefContent content) => content.Now.Incidents == 0
        ? "No incident was reported."
        : $"{CountWords.Of(content.Now.Incidents, "incident")} {(content.Now.Incidents == 1 ? "was" : "were")} reported. Killed: {People(content.Now.Killed)}. Injured: {People(content.Now.Injured)}. Abducted: {People(content.Now.Abducted)}."
            + (content.Now.WithoutToll == 0 ? "" : $" Of {content.Now.WithoutToll.ToString("N0", CultureInfo.InvariantCulture)} no report says whether anybody was killed.");

    /// <summary>How the period compares with the one before, or why it cannot be compared.</summary>
    public static string Comparison(BriefContent content)
    {
        var coverage = content.Coverage;
        if (coverage.Misleads(coverage.SpokeBefore))
            return $"The period before cannot be compared: of the {CountWords.Of(coverage.SpokeNow, "outlet")} heard now, {coverage.SpokeBefore} {(coverage.SpokeBefore == 1 ? "was" : "were")} read then.";
        var verdict = ChangeWords.Verdict(content.Change);
        return $"Against the period before: {ChangeWords.Of(content.Now.Incidents, content.Before.Incidents)}{(verdict is null ? "" : $"; {verdict}")}.";
    }

    /// <summary>The same days a year before, or why they cannot be compared.</summary>
    public static string OverYear(BriefContent content)
    {
        var coverage = content.Coverage;
        if (coverage.Misleads(coverage.SpokeYearBefore)) return "The same days a year before cannot be compared: too few of today’s outlets were read then.";
        var verdict = ChangeWords.Verdict(content.ChangeOverYear);
        return $"Same days a year before: {CountWords.Of(content.YearBefore.Incidents, "incident")}{(verdict is null ? "" : $"; now {verdict}")}.";
    }

    /// <summary>"21 (18 to 21)", "at least 13", "not said".</summary>
    public static string People(CasualtyCount count) => (count.Best ?? count.Low, ChangeWords.Range(count)) switch
    {
        (null, null) => CasualtyWords.NotSaid,
        (null, { } range) => range,
        (_, { } range) when count.Best is null => range,
        (_, { } range) => $"{ChangeWords.Best(count)} ({range})",
        _ => ChangeWords.Best(count),
    };

    /// <summary>An incident's toll in a few words; "toll not said" where no report says anything.</summary>
    public static string Toll(BriefIncident incident)
    {
        var parts = new[] { ("killed", incident.Killed), ("injured", incident.Injured), ("abducted", incident.Abducted) }
            .Where(part => part.Item2.IsSaid).Select(part => $"{People(part.Item2)} {part.Item1}").ToList();
        return parts.Count == 0 ? "toll not said" : string.Join(", ", parts);
    }
}
