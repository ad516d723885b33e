using System.Xml.Linq;
using static BorderWatch.Ingestion.Feeds.XmlVocabulary;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>RSS 0.90 to 2.0, with the modules that outlets use.</summary>
internal static class RssFeed
{
    private static readonly XName[] Published =
        ["pubdate", Dcterms + "issued", "published", Atom + "published", "issued", Dc + "date", "date", Dcterms + "created", Dcterms + "available"];

    private static readonly XName[] Updated = [Atom + "updated", "updated", Dcterms + "modified", "modified", "lastbuilddate"];

    private static readonly XName[] Bylines = [Dc + "creator", "author", Atom + "author", Dc + "author", XName.Get("author", "itunes"), "creator"];

    private static readonly XName[] Teasers = ["description", "summary", Atom + "summary", Dc + "description", Dcterms + "abstract", XName.Get("summary", "itunes")];

    private static readonly XName[] Wholes = [Content + "encoded", Xhtml + "body", "fullitem", Atom + "content", "body", Xhtml + "div", "content", "encoded"];

    /// <summary>Reads the feed under an <c>rss</c>, <c>rdf</c> or bare <c>channel</c> element.</summary>
    public static Feed Read(XElement root, string? address, IReadOnlyList<string> faults)
    {
        var channel = root.Name.LocalName == "channel" ? root : root.Descendants().FirstOrDefault(e => e.Name.LocalName == "channel") ?? root;
        var home = Link(channel, FeedAddress.BaseOf(channel, address));
        var items = root.Descendants().Where(e => e.Name.LocalName == "item" && e.Name.Namespace == XNamespace.None).Select(i => Item(i, address, home)).ToList();
        return new Feed(Format(root), FeedMarkup.Line(First(channel, "title", Dc + "title", Atom + "title")), home, items, faults);
    }

    private static string Format(XElement root) => root.Name.LocalName switch
    {
        "rdf" => "RSS 1.0",
        "rss" when root.Attribute("version")?.Value is { Length: > 0 and < 10 } version => $"RSS {version}",
        _ => "RSS",
    };

    private static FeedItem Item(XElement item, string? address, string? home)
    {
        var start = FeedAddress.BaseOf(item, address) ?? home;
        var guid = item.Element("guid");
        var id = Text(guid) ?? Text(item.Element(Atom + "id")) ?? item.Attribute(Rdf + "about")?.Value.Trim() ?? Text(item.Element(Dc + "identifier"));
        var permalink = guid is not null && !string.Equals(guid.Attribute("ispermalink")?.Value.Trim(), "false", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? id : null;
        var teasers = Teasers.SelectMany(name => item.Elements(name)).Select(FeedMarkup.Html).OfType<string>().ToList();
        // Where a feed has both a summary and a description, the second is the text.
        var whole = Wholes.SelectMany(name => item.Elements(name)).Select(FeedMarkup.Html).OfType<string>().FirstOrDefault() ?? teasers.Skip(1).FirstOrDefault();
        return new FeedItem(
            FeedMarkup.Line(First(item, "title", Dc + "title", Atom + "title", XName.Get("title", "media"))),
            Link(item, start) ?? permalink,
            id,
            Date(item, Published) ?? Date(item, Updated),
            Date(item, Updated),
            teasers.FirstOrDefault() ?? whole,
            whole,
            Bylines.SelectMany(name => item.Elements(name)).Select(Byline).FirstOrDefault(b => b is not null));
    }

    private static string? Link(XElement of, string? start)
    {
        foreach (var link in of.Elements("link").Concat(of.Elements(Atom + "link")))
        {
            var rel = link.Attribute("rel")?.Value ?? "alternate";
            var written = Text(link) ?? (rel == "alternate" ? link.Attribute("href")?.Value : null);
            if (FeedAddress.Resolve(written, FeedAddress.BaseOf(link, start)) is { } found) return found;
        }
        return null;
    }

    private static string? Byline(XElement author) => author.Element(Atom + "name") is { } name ? FeedMarkup.Line(name) : FeedMarkup.Line(author);

    private static DateTimeOffset? Date(XElement item, XName[] names) =>
        names.SelectMany(name => item.Elements(name)).Select(e => FeedDate.Read(e.Value)).FirstOrDefault(d => d is not null);

    private static XElement? First(XElement of, params XName[] names) =>
        names.SelectMany(name => of.Elements(name)).FirstOrDefault(e => !string.IsNullOrWhiteSpace(e.Value));

    private static string? Text(XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
