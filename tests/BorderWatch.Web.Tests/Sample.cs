using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Tests;

/// <summary>Values that tests begin from, and change with <c>with</c>.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2026, 11, 20);

    public static TimelineRow Row(string title = "Gunmen attack a post near Ishkashim") => new(
        Guid.CreateVersion7(), title, "Battles", "Armed clash", Day, Day, Day, TimePrecision.Day, "Ishkashim", "Gorno-Badakhshan", "TJ",
        PlacePrecision.Near, 37.5, 71.5, new CasualtyCount(13, null, null), new CasualtyCount(5, null, 8), CasualtyCount.Unsaid, ["Unidentified gunmen"], ["Border guards"],
        3, 2, true, 0.82, IncidentStatus.Unreviewed, false, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));

    public static ClaimView Claim(ClaimField field, ClaimValue value, string text, string quote, bool inTitle = false)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return new(Guid.CreateVersion7(), field, value, quote, start, start + quote.Length, inTitle, "rules/1");
    }

    public static ReportView Report(string source, string text, DateTimeOffset? published, params ClaimView[] claims) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), source, false, "https://outlet.test/a", published, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero),
        $"Title of {source}", text, null, 0.8, null, null, claims);

    public static IncidentDetail Detail(params ReportView[] reports) => new(
        new Incident
        {
            Title = "Gunmen attack a post near Ishkashim",
            EventType = "Battles",
            SubEventType = "Armed clash",
            OccurredFrom = Day,
            OccurredTo = Day,
            TimelineDate = Day,
            Killed = new CasualtyCount(9, null, 12),
            HasConflict = true,
            ReportCount = reports.Length,
            SourceCount = reports.Length,
        },
        [new IncidentActorView(Guid.CreateVersion7(), "Unidentified gunmen", ActorKind.Unknown, null, ActorRole.Perpetrator, Attribution.Unidentified)],
        reports, [], []);
}
