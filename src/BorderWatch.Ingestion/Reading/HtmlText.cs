using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BorderWatch.Ingestion.Reading;

/// <summary>HTML as plain text. Nothing is fetched and no script runs: the markup is parsed and its words are taken.</summary>
public static partial class HtmlText
{
    private static readonly HashSet<string> Silent =
        ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "head", "title", "form", "button", "select", "input", "textarea", "audio", "video", "map"];

    private static readonly HashSet<string> Blocks =
        ["p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "blockquote",
         "pre", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "details", "summary", "center", "fieldset", "caption", "tbody", "thead"];

    /// <summary>The text in paragraphs, a blank line between two; empty where there is none.</summary>
    public static string Paragraphs(string html) =>
        html.Length == 0 || new HtmlParser().ParseDocument(html).Body is not { } body ? "" : string.Join("\n\n", Read(body).Select(p => p.Text));

    /// <summary>One line of text: tags off, references resolved, spaces single. What is nothing but tags stays as written.</summary>
    public static string Line(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        var text = Tag().IsMatch(html) ? new HtmlParser().ParseDocument(html).Body is { } body ? string.Join(' ', Read(body).Select(p => p.Text)) : "" : WebUtility.HtmlDecode(html);
        text = Spaces().Replace(text, " ").Trim();
        return text.Length > 0 ? text : Spaces().Replace(html, " ").Trim();
    }

    /// <summary>Spaces and line breaks made single spaces, zero-width characters and soft hyphens taken out.</summary>
    public static string Squeeze(string text) => Spaces().Replace(Invisible().Replace(text, ""), " ").Trim();

    /// <summary>The paragraphs of an element that is parsed.</summary>
    /// <remarks>A loop with its own stack: hostile markup nests deeper than a thread's stack.</remarks>
    internal static List<Paragraph> Read(INode root)
    {
        var paragraphs = new List<Paragraph>();
        var line = new StringBuilder();
        int linked = 0, links = 0;
        var pending = new Stack<(INode Node, bool Leaving)>();
        pending.Push((root, false));
        while (pending.TryPop(out var next))
        {
            if (next.Leaving && ((IElement)next.Node).LocalName == "a") links--;
            else if (next.Leaving) End(((IElement)next.Node).LocalName);
            if (next.Leaving) continue;
            switch (next.Node)
            {
                case IText text:
                    line.Append(text.Data);
                    if (links > 0) linked += text.Data.AsSpan().Trim().Length;
                    continue;
                case IElement element when Silent.Contains(element.LocalName):
                    continue;
                case IElement { LocalName: "br" }:
                    // Two line breaks in a row are how old pages part paragraphs.
                    if (line.Length > 0 && line[^1] == '\n') End("br");
                    else line.Append('\n');
                    continue;
                case IElement { LocalName: "td" or "th" }:
                    line.Append(' ');
                    break;
                case IElement { LocalName: "a" }:
                    links++;
                    pending.Push((next.Node, true));
                    break;
                case IElement block when Blocks.Contains(block.LocalName):
                    End("div");
                    pending.Push((block, true));
                    break;
            }
            for (var child = next.Node.LastChild; child is not null; child = child.PreviousSibling) pending.Push((child, false));
        }
        End("div");
        return paragraphs;

        void End(string block)
        {
            var words = line.Length == 0 ? "" : Squeeze(line.ToString());
            line.Clear();
            if (words.Length > 0) paragraphs.Add(new Paragraph(words, linked, block));
            linked = 0;
        }
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|<!--")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]")]
    private static partial Regex Invisible();
}
