using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Briefs;

/// <summary>What a brief holds, piece by piece: the same on the page, on paper and as a document.</summary>
public static class BriefParts
{
    /// <summary>What stands where nobody has written an outlook.</summary>
    public const string NotWritten = "Not written.";

    /// <summary>Whom the data is owed to.</summary>
    public const string Credit = "BorderWatch. Places: GeoNames (CC BY 4.0).";

    /// <summary>"Security brief", and that it is a draft where nobody has approved it.</summary>
    public static string Kind(BriefReading brief) => brief.Status == BriefStatus.Approved ? "Security brief" : "Security brief · draft";

    /// <summary>The types with how many incidents each had, now and before; those with most now first.</summary>
    public static IEnumerable<(string Type, int Now, int Before)> Types(BriefContent content) =>
        content.Now.ByType.Concat(content.Before.ByType).Select(count => count.Name).Distinct().Select(type => (type, Of(content.Now, type), Of(content.Before, type)))
            .OrderByDescending(row => row.Item2).ThenByDescending(row => row.Item3);

    /// <summary>True where too few of the outlets that are heard now were read in the period before: then its figures are shown nowhere, since zero would be read as peace.</summary>
    public static bool HidesBefore(BriefContent content) => content.Coverage.Misleads(content.Coverage.SpokeBefore);

    /// <summary>A figure of the period before; a dash where it cannot be compared.</summary>
    public static string Before(BriefContent content, int count) => HidesBefore(content) ? "–" : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Weeks or months with their incidents, in the order of time; those before left out where they cannot be compared.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, bool IsBefore, int Count)> Steps(BriefContent content) =>
        [.. content.Trend.Where(step => !step.IsBefore || !HidesBefore(content)).GroupBy(step => (step.From, step.To, step.IsBefore)).OrderBy(group => group.Key.From).Select(group => (group.Key.From, group.Key.To, group.Key.IsBefore, group.Sum(step => step.Count)))];

    /// <summary>What was there for the first time, by name.</summary>
    public static IReadOnlyList<string> Firsts(BriefContent content) =>
    [
        .. content.Firsts.Actors.Select(actor => actor.Name), .. content.Firsts.Weapons.Select(weapon => weapon.Name),
        .. content.Firsts.Areas.Select(area => $"{area.Admin1} ({CountryName.Of(area.CountryCode)})"),
    ];

    /// <summary>The paragraphs of what somebody wrote.</summary>
    public static IEnumerable<string> Paragraphs(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An incident's second line: where, how many, what is known of it, who tells it.</summary>
    public static string Detail(BriefIncident incident) =>
        $"{incident.Place ?? "place not said"}: {BriefWords.Toll(incident)}{(incident.HasConflict ? "; reports differ" : "")}{(incident.Status == IncidentStatus.Confirmed ? "; confirmed" : "; not reviewed")}. Told by {string.Join(", ", incident.Sources)}.";

    /// <summary>When the figures were counted, what they rest on, and how.</summary>
    public static string Method(BriefReading brief)
    {
        var (content, coverage) = (brief.Content, brief.Content.Coverage);
        return (brief.Schedule is { } schedule ? BriefWords.Schedule(schedule, brief.From) + " " : "")
            + $"Figures of {DateWords.Moment(content.MadeAt)}; version {brief.Number}, saved by {brief.SavedBy}. {coverage.SpokeNow} of {CountWords.Of(coverage.Outlets, "outlet")} brought articles in this period"
            + (coverage.Failing.Count > 0 ? $"; out of reach: {string.Join(", ", coverage.Failing)}" : "")
            + ". What they did not report is not here. Incidents come from news reports, read by rules and reviewed by editors where it says so: "
            + $"{content.Now.Unreviewed} of {content.Now.Incidents} have not been. Sums add up the likeliest numbers that reports give, and the lowest to the highest in brackets. Changes are held against chance by the exact test of two Poisson rates.";
    }

    private static int Of(PeriodFigures figures, string type) => figures.ByType.FirstOrDefault(count => count.Name == type)?.Count ?? 0;
}
