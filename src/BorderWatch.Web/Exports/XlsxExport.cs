using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace BorderWatch.Web.Exports;

/// <summary>
/// A workbook (ECMA-376) of two sheets, incidents and claims, written from front to end: text stands in its cell instead of a table of
/// all texts, so that nothing but the current rows is in memory, however many there are.
/// </summary>
internal static class XlsxExport
{
    /// <summary>As many rows as a sheet can have below its headings.</summary>
    public const int MostRows = 1_048_575;

    private const int LongestText = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static async Task WriteAsync(ExportSource source, IReadOnlyList<ExportColumn> columns, Spill output, CancellationToken cancellation)
    {
        await using (var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            await PartAsync(zip, "[Content_Types].xml",
                $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Kind}worksheet+xml"/></Types>""");
            await PartAsync(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            await PartAsync(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Incidents" sheetId="1" r:id="rId1"/><sheet name="Claims" sheetId="2" r:id="rId2"/></sheets></workbook>""");
            await PartAsync(zip, "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            // 0 plain, 1 a heading, 2 a day, 3 a moment.
            await PartAsync(zip, "xl/styles.xml",
                $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            await SheetAsync(zip, "xl/worksheets/sheet1.xml", [.. columns.Select(column => column.Name)],
                source.Rows(cancellation).Select(row => columns.Select(column => column.Value(row, source))), output, cancellation);
            await SheetAsync(zip, "xl/worksheets/sheet2.xml", CsvExport.ClaimColumns,
                source.Claims(cancellation).Select(claim => CsvExport.Cells(claim, source)), output, cancellation);
        }
        await output.SendAsync(cancellation);
    }

    private static async Task SheetAsync(
        ZipArchive zip, string name, IReadOnlyList<string> headings, IAsyncEnumerable<IEnumerable<object?>> rows, Spill output, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await using var xml = Begin(entry, headings);
        var written = 0;
        await foreach (var row in rows)
        {
            // The last row that fits says that there is more.
            if (++written == MostRows)
            {
                Row(xml, ["There are more than a sheet can hold. Export the claims as CSV, or narrow the filter."]);
                break;
            }
            Row(xml, row);
            if (output.IsFull) await output.SendAsync(cancellation);
        }
    }

    // What is still open is closed with the writer.
    private static XmlWriter Begin(Stream entry, IReadOnlyList<string> headings)
    {
        var xml = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, headings, style: 1);
        return xml;
    }

    private static void Row(XmlWriter xml, IEnumerable<object?> cells, int style = 0)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells) Cell(xml, cell, style);
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? cell, int style)
    {
        xml.WriteStartElement("c", Main);
        switch (cell)
        {
            case null: break;
            case string text:
                if (style > 0) xml.WriteAttributeString("s", $"{style}");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                var kept = XmlText.Of(text);
                xml.WriteString(kept.Length > LongestText ? kept[..(LongestText - 1)] + "…" : kept);
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case bool yes:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Main, yes ? "1" : "0");
                break;
            case DateOnly day:
                xml.WriteAttributeString("s", "2");
                xml.WriteElementString("v", Main, Number(day.ToDateTime(TimeOnly.MinValue).ToOADate()));
                break;
            case DateTimeOffset moment:
                xml.WriteAttributeString("s", "3");
                xml.WriteElementString("v", Main, Number(moment.UtcDateTime.ToOADate()));
                break;
            case IFormattable number:
                xml.WriteElementString("v", Main, Number(number));
                break;
            default: throw new ArgumentOutOfRangeException(nameof(cell), cell.GetType(), "A cell of this type cannot be written.");
        }
        xml.WriteEndElement();
    }

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static async Task PartAsync(ZipArchive zip, string name, string xml)
    {
        await using var writer = new StreamWriter(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(), new UTF8Encoding(false));
        await writer.WriteAsync("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }
}
