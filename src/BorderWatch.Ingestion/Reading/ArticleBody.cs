using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Ingestion.Reading;

/// <summary>Takes off what is still furniture in the body that was found: captions, prompts, related links, lines about the article.</summary>
internal static class ArticleBody
{
    // Below this an articleBody is a teaser, and no measure of the text.
    private const int WholeBody = 600;

    /// <summary>The body's text; empty where nothing was found.</summary>
    /// <param name="content">The part of the page that was found, as HTML.</param>
    /// <param name="linkedBody">The text that the page's JSON-LD gives; null where it gives none.</param>
    /// <param name="title">The headline, which is no part of the body.</param>
    public static string Text(string? content, string? linkedBody, string title)
    {
        var linked = string.IsNullOrWhiteSpace(linkedBody) ? [] : Linked(linkedBody);
        var found = string.IsNullOrWhiteSpace(content) ? [] : Paragraphs(content);
        var kept = Trimmed(found, NameKey.Of(title));
        var length = linked.Sum(p => p.Length);
        // SmartReader took the wrong part of the page, or none: the page's own statement of its text is better.
        if (length >= WholeBody && kept.Sum(p => p.Text.Length) < length / 2) return string.Join("\n\n", linked.Where(p => !Furniture.Is(p)));
        return string.Join("\n\n", kept.Select(p => p.Text));
    }

    /// <summary>A text out of JSON-LD, which may hold markup; empty for nothing.</summary>
    public static string Plain(string? linkedBody) => string.IsNullOrWhiteSpace(linkedBody) ? "" : string.Join("\n\n", Linked(linkedBody).Where(p => !Furniture.Is(p)));

    private static List<string> Linked(string body) =>
        [.. HtmlText.Paragraphs(body.Contains('<') ? body : System.Net.WebUtility.HtmlEncode(body).Replace("\n", "<br><br>", StringComparison.Ordinal))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];

    private static List<Paragraph> Paragraphs(string content)
    {
        var body = new HtmlParser().ParseDocument(content).Body!;
        var all = HtmlText.Read(body).Sum(p => p.Text.Length);
        foreach (var element in body.QuerySelectorAll("figure, figcaption, aside, nav, footer, .wp-caption-text").ToList()) Take(element, all);
        foreach (var element in body.QuerySelectorAll("[class], [id]").ToList())
        {
            if (Furniture.IsNamed(element.ClassName) || Furniture.IsNamed(element.Id)) Take(element, all);
        }
        return HtmlText.Read(body);
    }

    // A page whose whole text sits in something called "share" exists; what is a third of the text is not furniture.
    private static void Take(IElement element, int all)
    {
        if (element.TextContent.Length * 3 < all || element.LocalName == "figcaption") element.Remove();
    }

    private static List<Paragraph> Trimmed(List<Paragraph> found, string title)
    {
        var kept = found.Where(p => !Furniture.Is(p.Text) && !IsLink(p) && (title.Length == 0 || NameKey.Of(p.Text) != title)).ToList();
        var first = kept.FindIndex(p => p.IsProse && (p.LinkDensity < 0.5 || p.EndsSentence));
        // Above the first sentence stand names of sections, bylines and dates.
        if (first > 0) kept.RemoveRange(0, first);
        var last = kept.FindLastIndex(p => p.IsProse && p.LinkDensity < 0.5);
        // Below the last one a heading heads nothing, and lines full of links lead away.
        kept = [.. kept.Where((p, i) => i <= last || (!p.IsHeading && p.LinkDensity < 0.3))];
        return kept;
    }

    private static bool IsLink(Paragraph p) => p.LinkDensity > 0.85 && (p.Block == "li" || (p.Text.Length > 12 && !p.EndsSentence));
}
