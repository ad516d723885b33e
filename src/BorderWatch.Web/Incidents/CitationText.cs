using System.Text;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Incidents;

/// <summary>An incident as a footnote: what is known, how well, who said so, and where it can be looked up.</summary>
public static class CitationText
{
    private const int MostOutlets = 10;

    /// <summary>Several lines of plain text.</summary>
    /// <param name="detail">The incident.</param>
    /// <param name="address">Its permanent address.</param>
    /// <param name="now">The day of the citation, UTC.</param>
    public static string Of(IncidentDetail detail, string address, DateTimeOffset now)
    {
        var incident = detail.Incident;
        var text = new StringBuilder();
        text.AppendLine($"{incident.Title}. {Say.Name(incident.EventType)}: {Say.Name(incident.SubEventType)}.");
        text.AppendLine($"{DateWords.Period(incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision)}; {Where(incident)}.");
        text.AppendLine(Say.It("Killed: {0}; injured: {1}.", CasualtyWords.Short(incident.Killed), CasualtyWords.Short(incident.Injured)) + (incident.HasConflict ? " " + Say.It("Reports differ.") : ""));
        text.AppendLine(incident.Status switch
        {
            IncidentStatus.Confirmed => Say.It("Confirmed by an editor."),
            IncidentStatus.Rejected => Say.It("Rejected by an editor."),
            _ => Say.It("Extracted from the reports below; not reviewed by an editor."),
        });
        foreach (var report in detail.Reports.Take(MostOutlets))
            text.AppendLine($"- {report.SourceName}, {(report.PublishedAt is { } at ? DateWords.Moment(at) : Say.It("publication not dated"))}: \"{report.Title}\"{(SafeLink.Of(report.Url) is { } link ? $" {link}" : "")}{(report.SourceIsDemo ? " " + Say.It("(invented outlet)") : "")}");
        if (detail.Reports.Count > MostOutlets) text.AppendLine("- " + Say.It("and {0} more reports", detail.Reports.Count - MostOutlets));
        text.Append(Say.It("BorderWatch, as of {0}: {1}", DateWords.Moment(now), address));
        return text.ToString();
    }

    private static string Where(Incident incident)
    {
        var name = PlaceWords.Of(incident.Place?.Name, incident.PlacePrecision);
        var within = PlaceWords.Within(incident.Place?.Name, incident.Place?.Admin1, incident.Place?.CountryCode);
        return within.Length > 0 ? $"{name}, {within}" : name;
    }
}
