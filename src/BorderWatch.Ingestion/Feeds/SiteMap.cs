using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>A site map: pages of a site, or other site maps. Format: sitemaps.org 0.9, with the extension for news.</summary>
/// <param name="Pages">The pages that it lists.</param>
/// <param name="Maps">The site maps that it lists, when it is an index.</param>
internal sealed record SiteMap(IReadOnlyList<SiteMapPage> Pages, IReadOnlyList<SiteMapPage> Maps)
{
    // The format allows 50,000 in a file.
    private const int MostEntries = 60_000;

    /// <summary>True where it tells of its pages what news they are.</summary>
    public bool IsNews => Pages.Any(p => p.Title is not null);

    /// <summary>Reads what a server sent; null where it is no site map.</summary>
    public static SiteMap? Read(ReadOnlySpan<byte> bytes, string? contentType, string? address)
    {
        var text = FeedEncoding.Decode(bytes, contentType);
        return LenientXml.Parse(text).Root is { Name.LocalName: "urlset" or "sitemapindex" } root ? Read(root, address) : null;
    }

    /// <summary>Reads the element <c>urlset</c> or <c>sitemapindex</c>.</summary>
    public static SiteMap Read(XElement root, string? address) => new(Entries(root, "url", address), Entries(root, "sitemap", address));

    /// <summary>The pages that are news, as a feed brings them: teasers without a text.</summary>
    public Feed ToFeed(IReadOnlyList<string> faults) =>
        new("Site map", null, null, [.. Pages.Where(p => p.Title is not null).Select(p => new FeedItem(p.Title, p.Address, null, p.PublishedAt, p.ModifiedAt, null, null, null))], faults);

    private static List<SiteMapPage> Entries(XElement root, string name, string? address)
    {
        var entries = new List<SiteMapPage>();
        foreach (var entry in root.Elements().Where(e => e.Name.LocalName == name).Take(MostEntries))
        {
            if (FeedAddress.Resolve(Text(entry, "loc"), address) is not { } page) continue;
            var news = entry.Elements(XmlVocabulary.News + "news").FirstOrDefault();
            entries.Add(new SiteMapPage(page, Text(news, "title"), FeedDate.Read(Text(news, "publication_date")), FeedDate.Read(Text(entry, "lastmod"))));
        }
        return entries;
    }

    private static string? Text(XElement? of, string name) => of?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>An entry of a site map.</summary>
/// <param name="Address">Absolute where a base is known.</param>
/// <param name="Title">The headline; null where the site map is not of news.</param>
/// <param name="PublishedAt">When it was published; null where the site map does not say.</param>
/// <param name="ModifiedAt">When it was last changed; null where the site map does not say.</param>
internal sealed record SiteMapPage(string Address, string? Title, DateTimeOffset? PublishedAt, DateTimeOffset? ModifiedAt);
