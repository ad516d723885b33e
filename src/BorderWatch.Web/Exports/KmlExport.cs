using System.Globalization;
using System.Text;
using System.Xml;
using BorderWatch.Store.Exports;

namespace BorderWatch.Web.Exports;

/// <summary>KML 2.2 (OGC 07-147r2): a placemark an incident, without a point where it has no coordinates.</summary>
internal static class KmlExport
{
    private const string Kml = "http://www.opengis.net/kml/2.2";

    public static async Task WriteAsync(ExportSource source, IReadOnlyList<ExportColumn> columns, Spill output, CancellationToken cancellation)
    {
        await using (var xml = Begin(output))
        {
            await foreach (var row in source.Rows(cancellation))
            {
                Mark(xml, row, columns, source);
                if (output.IsFull) await output.SendAsync(cancellation);
            }
        }
        await output.SendAsync(cancellation);
    }

    // What is still open is closed with the writer.
    private static XmlWriter Begin(Spill output)
    {
        var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true });
        xml.WriteStartElement("kml", Kml);
        xml.WriteStartElement("Document", Kml);
        xml.WriteElementString("name", Kml, "BorderWatch incidents");
        return xml;
    }

    private static void Mark(XmlWriter xml, ExportRow row, IReadOnlyList<ExportColumn> columns, ExportSource source)
    {
        xml.WriteStartElement("Placemark", Kml);
        xml.WriteAttributeString("id", $"i{row.Id:N}");
        xml.WriteElementString("name", Kml, XmlText.Of(row.Title));
        xml.WriteElementString("description", Kml, XmlText.Of(IncidentSentence.Of(row)));
        if (row is { OccurredFrom: { } from, OccurredTo: { } to })
        {
            xml.WriteStartElement("TimeSpan", Kml);
            xml.WriteElementString("begin", Kml, Text(from));
            xml.WriteElementString("end", Kml, Text(to));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("ExtendedData", Kml);
        foreach (var column in columns)
        {
            if (column.Value(row, source) is not { } value) continue;
            xml.WriteStartElement("Data", Kml);
            xml.WriteAttributeString("name", column.Name);
            xml.WriteElementString("value", Kml, XmlText.Of(Text(value)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        if (row is { Latitude: { } latitude, Longitude: { } longitude })
        {
            xml.WriteStartElement("Point", Kml);
            xml.WriteElementString("coordinates", Kml, string.Create(CultureInfo.InvariantCulture, $"{longitude},{latitude}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
