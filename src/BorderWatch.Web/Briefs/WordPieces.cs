using BorderWatch.Web.Exports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BorderWatch.Web.Briefs;

/// <summary>The pieces of a Word document. Whatever a text holds is text: characters that XML cannot hold are left out.</summary>
/// <param name="main">Where links are registered.</param>
internal sealed class WordPieces(MainDocumentPart main)
{
    /// <summary>What XML can hold of a text.</summary>
    public static string Clean(string text) => XmlText.Of(text);

    /// <summary>A paragraph; line feeds are line breaks.</summary>
    /// <param name="style">Of <see cref="BriefStyles"/>; null for the plain one.</param>
    /// <param name="text">Plain text.</param>
    public static Paragraph Paragraph(string? style, string text) => new([.. Style(style), new Run(Lines(text))]);

    /// <summary>A paragraph of words and a link.</summary>
    public Paragraph Linked(string before, string text, string address)
    {
        var link = main.AddHyperlinkRelationship(new Uri(address), isExternal: true);
        return new Paragraph(
            new ParagraphProperties(new KeepNext()), new Run(Lines(before)),
            new Hyperlink(new Run([new RunProperties(new RunStyle { Val = BriefStyles.Link }), .. Lines(text)])) { Id = link.Id });
    }

    /// <summary>A table with a row of headings, which repeats on every page.</summary>
    public static Table Table(IReadOnlyList<string> headings, IReadOnlyList<string[]> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(new TopBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2, Color = "BFC7CD" })),
            new TableGrid(headings.Select(_ => new GridColumn())));
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. headings.Select((heading, at) => Cell(heading, at, true))]));
        foreach (var row in rows) table.Append(new TableRow(row.Select((cell, at) => Cell(cell, at, false))));
        return table;
    }

    private static TableCell Cell(string text, int column, bool isBold) => new(new Paragraph(
        new ParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }, new Justification { Val = column == 0 ? JustificationValues.Left : JustificationValues.Right }),
        new Run([.. isBold ? (OpenXmlElement[])[new RunProperties(new Bold())] : [], .. Lines(text)])));

    private static IEnumerable<OpenXmlElement> Style(string? style) => style is null ? [] : [new ParagraphProperties(new ParagraphStyleId { Val = style })];

    private static IEnumerable<OpenXmlElement> Lines(string text) =>
        Clean(text).Split('\n').SelectMany((line, at) => (OpenXmlElement[])[.. at > 0 ? (OpenXmlElement[])[new Break()] : [], new Text(line) { Space = SpaceProcessingModeValues.Preserve }]);
}
