using System.Globalization;
using System.Net;
using System.Text;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Briefs;

/// <summary>A brief as the HTML of a mail: one column, styles in the elements, no pictures and nothing that is loaded. Whatever a text holds is text.</summary>
internal sealed class BriefMailHtml(BriefReading brief, BriefAddresses links)
{
    private const string Small = "font-size:13px;color:#4c5a65;margin:0 0 8px";
    private const string Line = "border-bottom:1px solid #c8d0d6";
    private readonly StringBuilder _html = new();

    private BriefContent Content => brief.Content;

    /// <summary>The document.</summary>
    public string Write()
    {
        _html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{E(brief.Text.Title)}</title></head><body style=\"margin:0;padding:16px;background:#fff;color:#16222b;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45\"><div style=\"max-width:680px\">");
        Paragraph(E(BriefParts.Kind(brief)), Small);
        _html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:22px;line-height:1.25;margin:0 0 4px\">{Link(links.Version, brief.Text.Title)}</h1>");
        Paragraph(E($"{RegionPeriod.Between(brief.From, brief.To).Words} · {RegionWords.Of(Content.RegionParts)}"), Small);
        Paragraph(E($"{BriefWords.Lead(Content)} {BriefWords.Comparison(Content)} {BriefWords.OverYear(Content)}"), "font-size:16px;margin:12px 0");
        Written("Assessment", brief.Text.Assessment);
        Types();
        Steps();
        if (BriefParts.Firsts(Content) is { Count: > 0 } firsts)
        {
            Heading("For the first time");
            Paragraph(E(string.Join(" · ", firsts)));
        }
        Incidents();
        Written("Outlook", brief.Text.Outlook.Length == 0 ? BriefParts.NotWritten : brief.Text.Outlook);
        _html.Append(CultureInfo.InvariantCulture, $"<div style=\"margin-top:20px;padding-top:8px;border-top:1px solid #c8d0d6\">");
        Paragraph(E(BriefParts.Method(brief)), Small);
        Paragraph(E(BriefParts.Credit), Small);
        return _html.Append("</div></div></body></html>").ToString();
    }

    private void Types()
    {
        Heading("Incidents by type");
        Table("Type", "Now", "Before");
        foreach (var (type, now, before) in BriefParts.Types(Content)) Row(type, (now, links.OfType(type)), (before, links.OfTypeBefore(type)));
        Row("All", (Content.Now.Incidents, links.All), (Content.Before.Incidents, links.AllBefore));
        _html.Append("</tbody></table>");
    }

    private void Steps()
    {
        if (BriefParts.Steps(Content) is not { Count: > 0 } steps) return;
        Heading("Incidents by time");
        Table("Days", "Period", "Incidents");
        foreach (var (from, to, isBefore, count) in steps)
            _html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" style=\"{Cell(false)};font-weight:400\">{E(DateWords.Period(from, to, Store.Incidents.TimePrecision.Day))}</th><td style=\"{Cell(true)}\">{(isBefore ? "before" : "now")}</td><td style=\"{Cell(true)}\">{Number(count)}</td></tr>");
        _html.Append("</tbody></table>");
    }

    private void Incidents()
    {
        Heading("Gravest incidents");
        if (Content.Incidents.Count == 0)
        {
            Paragraph("None was reported.");
            return;
        }
        _html.Append("<ol style=\"margin:0;padding-left:24px\">");
        foreach (var incident in Content.Incidents)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<li style=\"margin:0 0 8px\"><b>{incident.Date:d MMM}</b> {Link(links.Incident(incident.Id), incident.Title)}");
            _html.Append(CultureInfo.InvariantCulture, $"<div style=\"font-size:14px;color:#36444f\">{E(BriefParts.Detail(incident))}</div></li>");
        }
        _html.Append("</ol>");
    }

    private void Written(string heading, string text)
    {
        if (text.Length == 0) return;
        Heading(heading);
        foreach (var paragraph in BriefParts.Paragraphs(text)) Paragraph(E(paragraph).Replace("\n", "<br>", StringComparison.Ordinal));
    }

    private void Heading(string text) => _html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:16px;margin:18px 0 6px;padding-bottom:3px;{Line}\">{E(text)}</h2>");

    private void Paragraph(string html, string style = "margin:0 0 8px") => _html.Append(CultureInfo.InvariantCulture, $"<p style=\"{style}\">{html}</p>");

    private void Table(params string[] headings)
    {
        _html.Append("<table style=\"border-collapse:collapse;width:100%;max-width:460px;font-size:14px\"><thead><tr>");
        foreach (var (heading, at) in headings.Select((heading, at) => (heading, at)))
            _html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" style=\"{Cell(at > 0)};font-size:12px;color:#4c5a65\">{E(heading)}</th>");
        _html.Append("</tr></thead><tbody>");
    }

    private void Row(string name, (int Count, string? Address) now, (int Count, string? Address) before) => _html.Append(CultureInfo.InvariantCulture,
        $"<tr><th scope=\"row\" style=\"{Cell(false)};font-weight:400\">{E(name)}</th><td style=\"{Cell(true)}\">{Figure(now)}</td><td style=\"{Cell(true)}\">{(BriefParts.HidesBefore(Content) ? BriefParts.Before(Content, before.Count) : Figure(before))}</td></tr>");

    private static string Cell(bool isNumber) => $"padding:3px 8px 3px 0;text-align:{(isNumber ? "right" : "left")};{Line}";

    private static string Figure((int Count, string? Address) figure) => figure.Address is { } address ? Link(address, Number(figure.Count)) : Number(figure.Count);

    private static string Link(string address, string text) => $"<a href=\"{E(address)}\" style=\"color:#1b5e86\">{E(text)}</a>";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(WordPieces.Clean(text));
}
