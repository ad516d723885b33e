using System.Globalization;
using System.Text;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using MimeKit;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>A delivery as a mail: plain text, the rule, and of each incident what the reports say.</summary>
internal static class MailText
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static MimeMessage? Of(LeasedNotices delivery, AlertOptions options) =>
        MailEnvelope.Of(delivery, Subject(delivery), new TextPart("plain") { Text = Body(delivery, options.Site) }, options);

    private static string Subject(LeasedNotices delivery) => $"BorderWatch: {delivery.Rule.Name}: " + delivery.Notices switch
    {
        [] => "test",
        [var notice] => notice.Headline,
        var notices => $"{notices.Count} notices",
    };

    private static string Body(LeasedNotices delivery, Uri site)
    {
        var text = new StringBuilder();
        if (delivery.Notices.Count == 0) text.AppendLine("This is a test of the rule’s mail. Nothing has happened.").AppendLine();
        foreach (var notice in delivery.Notices) Add(text, notice, NoticeContent.Of(notice), site);
        text.AppendLine("-- ").AppendLine(s_culture, $"Rule: {delivery.Rule.Name}").AppendLine(AlertLinks.Rule(site, delivery.Rule.Id));
        return text.ToString();
    }

    private static void Add(StringBuilder text, AlertNotice notice, NoticeContent content, Uri site)
    {
        text.AppendLine(notice.Headline).AppendLine(s_culture, $"Noticed {notice.At:d MMM yyyy, HH:mm} UTC").AppendLine();
        foreach (var incident in content.Incidents) Add(text, incident, site);
        if (content.Total > content.Incidents.Count) text.AppendLine(s_culture, $"… and {content.Total - content.Incidents.Count:N0} more.").AppendLine();
    }

    private static void Add(StringBuilder text, BriefIncident incident, Uri site)
    {
        text.AppendLine(incident.Title);
        text.AppendLine(s_culture, $"{incident.Date:d MMM yyyy}, {incident.Place ?? "place not said"}. {incident.EventType}{(incident.HasConflict ? ". Reports differ" : "")}");
        text.AppendLine($"Killed {Count(incident.Killed)}; injured {Count(incident.Injured)}; abducted {Count(incident.Abducted)}");
        text.AppendLine($"Outlets: {string.Join(", ", incident.Sources)}");
        text.AppendLine(AlertLinks.Incident(site, incident.Id)).AppendLine();
    }

    /// <summary>"low 3, best 5, high 8", what is not said left out; "not said" where nothing is.</summary>
    internal static string Count(CasualtyCount count) => count.IsSaid
        ? string.Join(", ", new (string Name, int? Number)[] { ("low", count.Low), ("best", count.Best), ("high", count.High) }.Where(part => part.Number is not null).Select(part => string.Create(s_culture, $"{part.Name} {part.Number:N0}")))
        : "not said";
}
