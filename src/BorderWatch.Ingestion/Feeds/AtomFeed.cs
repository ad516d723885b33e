using System.Text;
using System.Xml.Linq;
using static BorderWatch.Ingestion.Feeds.XmlVocabulary;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Atom 0.3 and 1.0.</summary>
internal static class AtomFeed
{
    /// <summary>Reads the feed under a <c>feed</c> element, in Atom's namespace or none.</summary>
    public static Feed Read(XElement root, string? address, IReadOnlyList<string> faults)
    {
        var format = root.Attribute("version")?.Value == "0.3" || Child(root, "tagline") is not null || Child(root, "modified") is not null ? "Atom 0.3" : "Atom 1.0";
        var byline = Byline(root);
        var entries = root.Descendants().Where(e => e.Name.LocalName == "entry" && IsAtom(e)).Select(e => Entry(e, address, byline)).ToList();
        return new Feed(format, Line(Child(root, "title")), Link(root, address), entries, faults);
    }

    private static FeedItem Entry(XElement entry, string? address, string? feedByline)
    {
        var published = Date(entry, "published", "issued", "created");
        var updated = Date(entry, "updated", "modified");
        var whole = Html(Child(entry, "content"));
        var source = Child(entry, "source");
        return new FeedItem(
            Line(Child(entry, "title")),
            Link(entry, address),
            Text(Child(entry, "id")) ?? Text(Child(entry, "guid")),
            published ?? updated ?? FeedDate.Read(entry.Element(Dc + "date")?.Value ?? entry.Element("pubdate")?.Value),
            updated,
            Html(Child(entry, "summary")) ?? whole,
            whole,
            Byline(entry) ?? FeedMarkup.Line(entry.Element(Dc + "creator")) ?? (source is null ? null : Byline(source)) ?? feedByline);
    }

    private static string? Link(XElement of, string? address)
    {
        var links = Children(of, "link").Where(l => l.Attribute("href") is not null || Text(l) is not null).ToList();
        var link = links.Find(l => Rel(l) == "alternate" && IsPage(l)) ?? links.Find(l => Rel(l) == "alternate");
        if (link is not null) return FeedAddress.Resolve(link.Attribute("href")?.Value ?? Text(link), FeedAddress.BaseOf(link, address));
        // RFC 4287 lets an entry go without an alternate link when it carries its content; its id may be an address.
        return Text(Child(of, "id")) is { } id && Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? id : null;
    }

    private static string Rel(XElement link) =>
        link.Attribute("rel")?.Value.Trim() is { Length: > 0 } rel ? rel.Replace("http://www.iana.org/assignments/relation/", "", StringComparison.Ordinal) : "alternate";

    private static bool IsPage(XElement link) => link.Attribute("type")?.Value is null or "" or "text/html" or "application/xhtml+xml" or "html" or "xhtml";

    private static string? Html(XElement? construct)
    {
        if (construct is null) return null;
        var type = construct.Attribute("type")?.Value.Trim().ToLowerInvariant();
        var mode = construct.Attribute("mode")?.Value.Trim().ToLowerInvariant();
        if (mode == "base64" || (mode is null && type is not null && IsBinary(type))) return FromBase64(construct.Value, type);
        if (construct.HasElements) return FeedMarkup.Html(construct);
        return type is "html" or "text/html" or "application/xhtml+xml" or "xhtml" || mode == "escaped"
            ? FeedMarkup.Html(construct)
            : FeedMarkup.Escaped(construct.Value);
    }

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? FromBase64(string value, string? type)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value.Trim(), bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return type is "text/plain" or "text" ? FeedMarkup.Escaped(text) : text.Trim();
    }

    private static string? Line(XElement? construct)
    {
        if (construct is null) return null;
        var html = Html(construct);
        return html is null ? null : Reading.HtmlText.Line(html) is { Length: > 0 } line ? line : null;
    }

    private static string? Byline(XElement of)
    {
        var author = Child(of, "author");
        if (author is null) return null;
        var name = FeedMarkup.Line(Child(author, "name"));
        var email = Text(Child(author, "email"));
        if (name is not null && email is not null) return $"{name} ({email})";
        return name ?? email ?? (author.HasElements ? null : FeedMarkup.Line(author));
    }

    private static DateTimeOffset? Date(XElement entry, params string[] names) =>
        names.Select(n => FeedDate.Read(Child(entry, n)?.Value)).FirstOrDefault(d => d is not null);

    private static XElement? Child(XElement of, string name) => Children(of, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement of, string name) => of.Elements().Where(e => e.Name.LocalName == name && IsAtom(e));

    private static bool IsAtom(XElement element) => element.Name.Namespace == Atom || element.Name.Namespace == XNamespace.None;

    private static string? Text(XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
