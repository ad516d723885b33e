using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Words;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BorderWatch.Web.Briefs;

/// <summary>A brief as a Word document (Office Open XML): the same words and figures as on the page, its incidents as links, what they rest on in the footer.</summary>
/// <param name="brief">The version to write.</param>
/// <param name="site">Where readers reach the pages, without a slash at the end.</param>
internal sealed class BriefDocument(BriefReading brief, string site)
{
    /// <summary>The media type.</summary>
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file's name: the days and the version.</summary>
    public static string NameOf(BriefReading brief) => string.Create(CultureInfo.InvariantCulture, $"brief-{brief.From:yyyy-MM-dd}-{brief.To:yyyy-MM-dd}-v{brief.Number}.docx");

    private BriefContent Content => brief.Content;

    /// <summary>The document.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = WordPieces.Clean(brief.Text.Title);
            document.PackageProperties.Creator = WordPieces.Clean(brief.SavedBy);
            document.PackageProperties.Created = brief.SavedAt.UtcDateTime;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = BriefStyles.All();
            var words = new WordPieces(main);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(WordPieces.Paragraph(BriefStyles.Small, BriefParts.Method(brief)), WordPieces.Paragraph(BriefStyles.Small, BriefParts.Credit));
            main.Document = new Document(new Body([.. Pieces(words), BriefStyles.Page(main.GetIdOfPart(footer))]));
        }
        return bytes.ToArray();
    }

    private IEnumerable<OpenXmlElement> Pieces(WordPieces words)
    {
        yield return WordPieces.Paragraph(BriefStyles.Small, BriefParts.Kind(brief));
        yield return WordPieces.Paragraph(BriefStyles.Title, brief.Text.Title);
        yield return WordPieces.Paragraph(BriefStyles.Small, $"{RegionPeriod.Between(brief.From, brief.To).Words} · {RegionWords.Of(Content.RegionParts)}");
        yield return WordPieces.Paragraph(null, $"{BriefWords.Lead(Content)} {BriefWords.Comparison(Content)} {BriefWords.OverYear(Content)}");
        foreach (var piece in Written("Assessment", brief.Text.Assessment)) yield return piece;
        yield return WordPieces.Paragraph(BriefStyles.Heading, "Incidents by type");
        yield return WordPieces.Table(["Type", "Now", "Before"], [.. BriefParts.Types(Content).Select(row => (string[])[row.Type, Number(row.Now), BriefParts.Before(Content, row.Before)]), ["All", Number(Content.Now.Incidents), BriefParts.Before(Content, Content.Before.Incidents)]]);
        if (BriefParts.Steps(Content) is { Count: > 0 } steps)
        {
            yield return WordPieces.Paragraph(BriefStyles.Heading, "Incidents by time");
            yield return WordPieces.Table(["From", "To", "Period", "Incidents"],
                [.. steps.Select(step => (string[])[DateWords.Day(step.From), DateWords.Day(step.To), step.IsBefore ? "before" : "now", Number(step.Count)])]);
        }
        if (BriefParts.Firsts(Content) is { Count: > 0 } firsts)
        {
            yield return WordPieces.Paragraph(BriefStyles.Heading, "For the first time");
            yield return WordPieces.Paragraph(null, string.Join(" · ", firsts));
        }
        yield return WordPieces.Paragraph(BriefStyles.Heading, "Gravest incidents");
        if (Content.Incidents.Count == 0) yield return WordPieces.Paragraph(null, "None was reported.");
        foreach (var (incident, at) in Content.Incidents.Select((incident, at) => (incident, at)))
        {
            yield return words.Linked(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {incident.Date:d MMM} "), incident.Title, $"{site}/incidents/{incident.Id}");
            yield return WordPieces.Paragraph(BriefStyles.Small, BriefParts.Detail(incident));
        }
        foreach (var piece in Written("Outlook", brief.Text.Outlook.Length == 0 ? BriefParts.NotWritten : brief.Text.Outlook)) yield return piece;
    }

    private static IEnumerable<OpenXmlElement> Written(string heading, string text)
    {
        if (text.Length == 0) yield break;
        yield return WordPieces.Paragraph(BriefStyles.Heading, heading);
        foreach (var paragraph in BriefParts.Paragraphs(text)) yield return WordPieces.Paragraph(null, paragraph);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
