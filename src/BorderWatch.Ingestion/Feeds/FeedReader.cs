using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed and site maps of news from the bytes that a server sent.</summary>
public static partial class FeedReader
{
    /// <summary>Reads a feed. Malformed XML is read as far as it makes sense; the faults are told in <see cref="Feed.Faults"/>.</summary>
    /// <param name="bytes">As the server sent them, decompressed.</param>
    /// <param name="contentType">The server's Content-Type; null where it is not known.</param>
    /// <param name="address">Where it came from, for relative links; null where it is not known.</param>
    /// <returns>The feed, or a sentence that says what the bytes are instead.</returns>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, string? contentType = null, string? address = null)
    {
        if (bytes.IsEmpty) return FeedReading.Failed("The feed is empty: the server answered without a body. Check the feed's address.");
        if (bytes is [0x1F, 0x8B, ..]) return FeedReading.Failed("The feed is a gzip file, not XML: the server does not say that it is compressed.");
        var text = FeedEncoding.Decode(bytes, contentType);
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF\0");
        if (start.IsEmpty) return FeedReading.Failed("The feed is empty: it holds nothing but spaces. Check the feed's address.");
        if (start[0] == '{') return JsonFeed.Read(start.ToString(), address);
        if (start.IndexOf('<') < 0) return FeedReading.Failed("This is no feed: it is plain text. Check the feed's address.");
        var (root, faults) = LenientXml.Parse(text);
        if (root is null) return FeedReading.Failed("This is no feed: it holds no XML element. Check the feed's address.");
        return root.Name.LocalName switch
        {
            "rss" or "rdf" or "channel" => FeedReading.Of(RssFeed.Read(root, address, faults)),
            "feed" => FeedReading.Of(AtomFeed.Read(root, address, faults)),
            "entry" when root.Name.Namespace == XmlVocabulary.Atom => FeedReading.Of(AtomFeed.Read(new XElement(XmlVocabulary.Atom + "feed", root), address, faults)),
            "html" or "head" or "body" or "meta" or "div" or "script" or "title" or "p" => FeedReading.Failed(WebPage(text)),
            "opml" => FeedReading.Failed("This is a list of feeds (OPML), not a feed: add the addresses that it lists."),
            "urlset" when SiteMap.Read(root, address) is { IsNews: true } map => FeedReading.Of(map.ToFeed(faults)),
            "urlset" or "sitemapindex" => FeedReading.Failed("This is a site map without news in it, not a feed: look for the outlet's RSS or Atom address, or its site map of news."),
            var other => FeedReading.Failed($"This is XML, but no feed: its first element is <{Short(other)}>. Check the feed's address."),
        };
    }

    private static string WebPage(string text)
    {
        var title = PageTitle().Match(text).Groups[1].Value.Trim();
        return title.Length == 0
            ? "This is a web page, not a feed: look on it for the outlet's RSS or Atom address."
            : $"This is a web page (“{Short(System.Net.WebUtility.HtmlDecode(title))}”), not a feed: look on it for the outlet's RSS or Atom address.";
    }

    private static string Short(string words) => words.Length <= 80 ? words : words[..79] + "…";

    [GeneratedRegex("<title[^>]*>([^<]*)</title>", RegexOptions.IgnoreCase)]
    private static partial Regex PageTitle();
}
