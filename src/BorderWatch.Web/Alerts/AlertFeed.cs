using System.Text;
using System.Xml;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Alerts;

/// <summary><c>/alerts/{id}/feed.atom?key=…</c>: a rule's notices for a reader that cannot sign in. The key opens this rule's feed and nothing else.</summary>
internal static class AlertFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapAlertFeeds(this WebApplication app) =>
        app.MapGet("/alerts/{id:guid}/feed.atom", SendAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, string? key, HttpContext context, IAlertQuery query)
    {
        if (await query.FeedAsync(id, key ?? "", context.RequestAborted) is not { } view) return Results.NotFound();
        var site = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return Results.Bytes(Write(view, site), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(AlertView view, string site)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", Atom, $"BorderWatch: {Exports.XmlText.Of(view.Rule.Name)}");
            xml.WriteElementString("id", Atom, $"urn:uuid:{view.Rule.Id}");
            Link(xml, $"{site}/alerts/{view.Rule.Id}");
            xml.WriteElementString("updated", Atom, Moment(view.Notices.Count > 0 ? view.Notices[0].At : view.Rule.CreatedAt));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "BorderWatch");
            xml.WriteEndElement();
            foreach (var notice in view.Notices) Write(xml, notice, site);
            xml.WriteEndElement();
        }
        return output.ToArray();
    }

    private static void Write(XmlWriter xml, NoticeRow notice, string site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, Exports.XmlText.Of(notice.Headline));
        xml.WriteElementString("id", Atom, $"urn:uuid:{notice.Id}");
        Link(xml, notice.Content is { Total: 1, Incidents: [var only] } ? $"{site}/incidents/{only.Id}" : $"{site}/alerts/{notice.RuleId}");
        xml.WriteElementString("published", Atom, Moment(notice.At));
        xml.WriteElementString("updated", Atom, Moment(notice.At));
        xml.WriteElementString("summary", Atom, Exports.XmlText.Of(string.Join('\n', notice.Content.Incidents.Select(incident => Line(incident, site)))));
        xml.WriteEndElement();
    }

    private static string Line(BriefIncident incident, string site) =>
        $"{incident.Title}. {DateWords.Day(incident.Date)}, {incident.Place ?? PlaceWords.NotSaid}. {CasualtyWords.Spoken(incident.Killed, "killed")}, {CasualtyWords.Spoken(incident.Injured, "injured")}. {string.Join(", ", incident.Sources)}. {site}/incidents/{incident.Id}";

    private static void Link(XmlWriter xml, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => XmlConvert.ToString(moment.ToUniversalTime());
}
