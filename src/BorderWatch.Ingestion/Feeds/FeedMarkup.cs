using System.Net;
using System.Text;
using System.Xml.Linq;
using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>What an element of a feed holds, as HTML or as plain text.</summary>
internal static class FeedMarkup
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta", "wbr", "source", "col"];

    /// <summary>The element's markup: its text where it holds escaped HTML, its children written out where it holds elements. Null where it holds nothing.</summary>
    public static string? Html(XElement? element)
    {
        if (element is null) return null;
        var html = element.HasElements ? Inner(Unwrapped(element)) : element.Value;
        return string.IsNullOrWhiteSpace(html) ? null : html.Trim();
    }

    /// <summary>Plain text as HTML: markup characters escaped where a reader would take them for markup.</summary>
    public static string? Escaped(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        return text.Contains('<') || WebUtility.HtmlDecode(text) != text ? WebUtility.HtmlEncode(text) : text;
    }

    /// <summary>The children of an element as HTML.</summary>
    public static string Inner(XElement element)
    {
        var html = new StringBuilder();
        foreach (var node in element.Nodes()) Write(node, html);
        return html.ToString();
    }

    /// <summary>A headline or name: one line of plain text, whether the feed escaped HTML in it or not. Null where there is none.</summary>
    public static string? Line(XElement? element)
    {
        if (element is null) return null;
        var line = HtmlText.Line(element.HasElements ? Inner(element) : element.Value);
        return line.Length == 0 ? null : line;
    }

    // Atom wraps XHTML in one div that is not part of the content.
    private static XElement Unwrapped(XElement element)
    {
        var only = element.Elements().Take(2).ToList();
        return only.Count == 1 && only[0].Name.LocalName == "div" && element.Nodes().OfType<XText>().All(t => string.IsNullOrWhiteSpace(t.Value))
            ? only[0]
            : element;
    }

    private static void Write(XNode node, StringBuilder html)
    {
        if (node is XText text) { html.Append(WebUtility.HtmlEncode(text.Value)); return; }
        if (node is not XElement element) return;
        var name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
        {
            html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
        }
        html.Append('>');
        if (!element.Nodes().Any() && Void.Contains(name)) return;
        foreach (var child in element.Nodes()) Write(child, html);
        html.Append("</").Append(name).Append('>');
    }
}
