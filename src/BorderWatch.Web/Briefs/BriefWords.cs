using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Briefs;

/// <summary>What a brief says of its figures.</summary>
public static class BriefWords
{
    /// <summary>"draft" or "approved".</summary>
    public static string Status(BriefStatus status) => status == BriefStatus.Approved ? Say.It("Approved") : Say.It("Draft");

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

    // A brief that is due is made within seconds; more than this says that no server was there.
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(10);

    /// <summary>How a schedule came to make a brief: that it was late, and what was not made before it.</summary>
    /// <param name="made">By the schedule.</param>
    /// <param name="from">The brief's first day.</param>
    public static string Schedule(ScheduledBrief made, DateOnly from)
    {
        var late = made.MadeAt - made.DueAt < s_late ? "" : $"; it was due {DateWords.Moment(made.DueAt)} and was made {DateWords.Moment(made.MadeAt)}, as soon as the server was back";
        var skipped = made is { Skipped: > 0, SkippedFrom: { } first }
            ? $" {(made.Skipped == 1 ? "The brief that was" : $"The {CountWords.Of(made.Skipped, "brief")} that were")} due before it, of {DateWords.Period(first, from.AddDays(-1), TimePrecision.Day)}, {(made.Skipped == 1 ? "was" : "were")} not made: the server was away." : "";
        return $"Made on schedule{late}.{skipped}";
    }

    /// <summary>"Every day at 06:00, UTC", "Every Monday at …", "On day 1 of every month at …".</summary>
    public static string Of(BriefSchedule schedule) => Say.It("{0} at {1:HH:mm}, {2}", schedule.Rhythm switch
    {
        BriefRhythm.Weekly => Say.It("Every {0}", Say.Name(schedule.Weekday.ToString()!)),
        BriefRhythm.Monthly when schedule.DayOfMonth == 31 => Say.It("On the last day of every month"),
        BriefRhythm.Monthly => Say.It("On day {0} of every month", schedule.DayOfMonth),
        _ => Say.It("Every day"),
    }, schedule.At, schedule.TimeZone);
}
