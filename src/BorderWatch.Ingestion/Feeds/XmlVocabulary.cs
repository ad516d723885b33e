using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>
/// The namespaces that feeds use, each under one short name however an outlet spells or forgets its address. RSS's own
/// elements, in no namespace or one of its several, have the empty name.
/// </summary>
internal static class XmlVocabulary
{
    /// <summary>Atom 0.3 and 1.0.</summary>
    public static readonly XNamespace Atom = "atom";

    /// <summary>Dublin Core elements.</summary>
    public static readonly XNamespace Dc = "dc";

    /// <summary>Dublin Core terms.</summary>
    public static readonly XNamespace Dcterms = "dcterms";

    /// <summary>RSS 1.0's content module.</summary>
    public static readonly XNamespace Content = "content";

    /// <summary>XHTML.</summary>
    public static readonly XNamespace Xhtml = "xhtml";

    /// <summary>RDF.</summary>
    public static readonly XNamespace Rdf = "rdf";

    /// <summary>The news extension of site maps.</summary>
    public static readonly XNamespace News = "news";

    /// <summary>The <c>xml:</c> attributes.</summary>
    public static readonly XNamespace Xml = "xml";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://example.com/newformat#"] = "atom",
        ["http://example.com/necho"] = "atom",
        ["http://purl.org/echo/"] = "atom",
        ["uri/of/echo/namespace#"] = "atom",
        ["http://purl.org/pie/"] = "atom",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.w3.org/xml/1998/namespace"] = "xml",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["http://www.google.com/schemas/sitemap/0.84"] = "",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://search.yahoo.com/mrss"] = "media",
    };

    /// <summary>An element's name from what is written and what its prefix is declared to be.</summary>
    public static XName NameOf(string written, Func<string, string?> declared)
    {
        var (prefix, local) = Split(written);
        var uri = declared(prefix);
        return XName.Get(Valid(local), uri is null ? prefix : Short(uri));
    }

    /// <summary>An attribute's name; without a prefix it is in no namespace.</summary>
    public static XName AttributeOf(string written, Func<string, string?> declared)
    {
        var (prefix, local) = Split(written);
        if (prefix.Length == 0) return XName.Get(Valid(local));
        return XName.Get(Valid(local), declared(prefix) is { } uri ? Short(uri) : prefix);
    }

    private static string Short(string uri) => Known.TryGetValue(uri.Trim(), out var name) ? name : uri.Trim();

    private static (string Prefix, string Local) Split(string written)
    {
        var colon = written.IndexOf(':');
        return colon < 0 ? ("", written) : (written[..colon], written[(colon + 1)..].Replace(':', '_'));
    }

    private static string Valid(string local) =>
        local.Length == 0 ? "_" : System.Xml.XmlConvert.IsStartNCNameChar(local[0]) ? local : "_" + local;
}
