using System.Text;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>A site map of news is read like a feed of teasers.</summary>
public sealed class SiteMapFeedTests
{
    [Fact]
    public void NewsOfASiteMap_AreItems()
    {
        const string Map = """
            <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>/2026/11/20/blast</loc><lastmod>2026-11-21T06:00:00Z</lastmod><n:news><n:publication><n:name>First</n:name><n:language>en</n:language></n:publication>
            <n:publication_date>2026-11-20T08:30:00+05:00</n:publication_date><n:title>Blast &amp; fire in Herat</n:title></n:news></url>
            <url><loc>/about</loc></url></urlset>
            """;

        var feed = FeedReader.Read(Encoding.UTF8.GetBytes(Map), "application/xml", "https://first.example/news-sitemap.xml").Feed!;

        var item = Assert.Single(feed.Items);
        Assert.Equal(("Blast & fire in Herat", "https://first.example/2026/11/20/blast"), (item.Title, item.Link));
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.FromHours(5)), new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero)), (item.PublishedAt!.Value, item.UpdatedAt!.Value));
    }
}
