using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Name">What the list calls it; null where it does not say.</param>
/// <param name="FeedUrl">Its address.</param>
/// <param name="HomePage">The outlet's home page; null where the list does not say.</param>
/// <param name="Language">ISO 639-1 or a longer tag; null where the list does not say.</param>
public sealed record OpmlFeed(string? Name, string FeedUrl, string? HomePage = null, string? Language = null);

/// <summary>Lists of feeds as other readers write and read them: OPML 1.0 and 2.0.</summary>
public static class Opml
{
    /// <summary>Reads a list, folders and all, each address once; null where it is no list. Malformed XML is read as far as it makes sense.</summary>
    public static IReadOnlyList<OpmlFeed>? Read(string text)
    {
        var (root, _) = LenientXml.Parse(text);
        if (root is null || root.Name.LocalName != "opml") return null;
        return [.. root.Descendants().Where(e => e.Name.LocalName == "outline").Select(Feed).OfType<OpmlFeed>().DistinctBy(f => f.FeedUrl)];
    }

    /// <summary>Writes a list in the order given.</summary>
    public static string Write(string title, IEnumerable<OpmlFeed> feeds) =>
        new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement("opml", new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", Clean(title))),
            new XElement("body", feeds.Select(f => new XElement("outline",
                new XAttribute("type", "rss"), new XAttribute("text", Clean(f.Name ?? f.FeedUrl)), new XAttribute("title", Clean(f.Name ?? f.FeedUrl)), new XAttribute("xmlUrl", Clean(f.FeedUrl)),
                f.HomePage is null ? null : new XAttribute("htmlUrl", Clean(f.HomePage)), f.Language is null ? null : new XAttribute("language", Clean(f.Language)))))) + "\n";

    private static OpmlFeed? Feed(XElement outline) =>
        Text(outline, "xmlurl") is { } url ? new OpmlFeed(Text(outline, "title") ?? Text(outline, "text"), url, Text(outline, "htmlurl"), Text(outline, "language")) : null;

    private static string? Text(XElement outline, string name) => outline.Attribute(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string Clean(string text) => XmlCharacters.Clean(text, _ => { });
}
