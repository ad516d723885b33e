using System.Text;
using System.Xml;
using BorderWatch.Store.Exports;

namespace BorderWatch.Web.Exports;

/// <summary>An Atom feed (RFC 4287) of the newest incidents of a view.</summary>
internal static class AtomExport
{
    private const int Newest = 200;
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static async Task WriteAsync(ExportSource source, Spill output, CancellationToken cancellation)
    {
        var rows = await source.Rows(cancellation, Newest).ToListAsync(cancellation);
        var updated = rows.Count > 0 ? rows.Max(row => row.LastReportedAt) : DateTimeOffset.UnixEpoch;
        Write(source, rows, updated, output);
        await output.SendAsync(cancellation);
    }

    private static void Write(ExportSource source, List<ExportRow> rows, DateTimeOffset updated, Spill output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("title", Atom, "BorderWatch incidents");
        xml.WriteElementString("id", Atom, source.Self);
        Link(xml, "self", source.Self);
        Link(xml, "alternate", source.Site + "/" + new Uri(source.Self).Query);
        xml.WriteElementString("updated", Atom, Moment(updated));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, "BorderWatch");
        xml.WriteEndElement();
        foreach (var row in rows)
        {
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("title", Atom, XmlText.Of(row.Title));
            xml.WriteElementString("id", Atom, $"urn:uuid:{row.Id}");
            Link(xml, "alternate", source.Permalink(row.Id));
            xml.WriteElementString("published", Atom, Moment(row.FirstReportedAt));
            xml.WriteElementString("updated", Atom, Moment(row.LastReportedAt));
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", XmlText.Of(row.EventType));
            xml.WriteEndElement();
            xml.WriteElementString("summary", Atom, XmlText.Of(IncidentSentence.Of(row)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => XmlConvert.ToString(moment.ToUniversalTime());
}
