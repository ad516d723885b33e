using System.Text;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>Each format that the reader promises, in the shape in which its specification shows it.</summary>
public sealed class FeedFormatTests
{
    [Fact]
    public void Rss20_WithContentModule_GivesEveryField()
    {
        var feed = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel><title>Vakhsh &amp; Panj News</title><link>https://vakhsh.example/</link>
                <item>
                  <title>Bridge closed</title><link>https://vakhsh.example/a</link><guid isPermaLink="false">v-1</guid>
                  <pubDate>Fri, 06 Nov 2026 09:30:00 +0500</pubDate><dc:creator>Z. Rahimova</dc:creator>
                  <description>Teaser.</description><content:encoded><![CDATA[<p>The whole <b>text</b>.</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal(("RSS 2.0", "Vakhsh & Panj News", "https://vakhsh.example/"), (feed.Format, feed.Title, feed.Link));
        Assert.Equal(
            new FeedItem("Bridge closed", "https://vakhsh.example/a", "v-1", new DateTimeOffset(2026, 11, 6, 9, 30, 0, TimeSpan.FromHours(5)), null, "Teaser.", "<p>The whole <b>text</b>.</p>", "Z. Rahimova"),
            Assert.Single(feed.Items));
        Assert.Empty(feed.Faults);
    }

    [Fact]
    public void Rss20_PermalinkGuid_StandsInForTheLink()
    {
        var item = Item("<rss version='2.0'><channel><item><title>T</title><guid>https://vakhsh.example/b</guid></item></channel></rss>");

        Assert.Equal("https://vakhsh.example/b", item.Link);
    }

    [Fact]
    public void Rss20_GuidThatIsNoPermalink_DoesNot()
    {
        var item = Item("<rss version='2.0'><channel><item><title>T</title><guid isPermaLink='false'>https://vakhsh.example/b</guid></item></channel></rss>");

        Assert.Null(item.Link);
    }

    [Theory]
    [InlineData("0.91")]
    [InlineData("0.92")]
    public void Rss09x_HasItemsInItsChannel(string version)
    {
        var feed = Read($"""
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS {version}//EN" "http://my.netscape.com/publish/formats/rss-{version}.dtd">
            <rss version="{version}"><channel><title>Old</title><link>http://old.example/</link><description>d</description>
            <item><title>One</title><link>http://old.example/1</link><description>First.</description></item>
            <item><title>Two</title><link>http://old.example/2</link></item></channel></rss>
            """);

        Assert.Equal($"RSS {version}", feed.Format);
        Assert.Equal(["http://old.example/1", "http://old.example/2"], feed.Items.Select(i => i.Link));
        Assert.Equal("First.", feed.Items[0].Summary);
    }

    [Theory]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/")]
    [InlineData("http://purl.org/rss/1.0/")]
    public void Rdf_HasItemsBesideItsChannel(string itsNamespace)
    {
        var feed = Read($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{itsNamespace}" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="http://rdf.example/feed"><title>Rdf</title><link>http://rdf.example/</link></channel>
              <item rdf:about="http://rdf.example/1"><title>One</title><link>http://rdf.example/1</link><dc:date>2026-11-06T09:30Z</dc:date></item>
            </rdf:RDF>
            """);

        Assert.Equal(("RSS 1.0", "Rdf"), (feed.Format, feed.Title));
        Assert.Equal(("One", "http://rdf.example/1", new DateTimeOffset(2026, 11, 6, 9, 30, 0, TimeSpan.Zero)), (feed.Items[0].Title, feed.Items[0].Guid, feed.Items[0].PublishedAt));
    }

    [Fact]
    public void Atom10_TakesTheAlternateLink_AndResolvesItAgainstItsBase()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/news/">
              <title type="html">Atom &amp;amp; Co</title><link rel="self" href="feed.xml"/><link href="./"/><author><name>Desk</name></author>
              <entry>
                <id>urn:uuid:1</id><title>E</title><link rel="enclosure" href="e.mp3"/><link rel="alternate" type="text/html" href="e.html"/>
                <published>2026-11-06T09:30:00+05:00</published><updated>2026-11-07T10:00:00+05:00</updated>
                <summary>S</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Whole.</p></div></content>
              </entry>
            </feed>
            """);

        var entry = Assert.Single(feed.Items);
        Assert.Equal(("Atom 1.0", "Atom & Co", "https://atom.example/news/"), (feed.Format, feed.Title, feed.Link));
        Assert.Equal(("https://atom.example/news/e.html", "urn:uuid:1", "S", "<p>Whole.</p>", "Desk"), (entry.Link, entry.Guid, entry.Summary, entry.Content, entry.Author));
        Assert.Equal((6, 7), (entry.PublishedAt!.Value.Day, entry.UpdatedAt!.Value.Day));
    }

    [Fact]
    public void Atom03_HasItsOwnNames()
    {
        var feed = Read("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <title>Old Atom</title><link rel="alternate" type="text/html" href="http://a03.example/"/><tagline>t</tagline><modified>2026-11-06T09:30:00Z</modified>
              <entry><title>E</title><link rel="alternate" type="text/html" href="http://a03.example/e"/><id>tag:a03</id>
                <issued>2026-11-05T09:30:00Z</issued><modified>2026-11-06T09:30:00Z</modified><content type="text/html" mode="escaped">&lt;p&gt;W&lt;/p&gt;</content></entry>
            </feed>
            """);

        Assert.Equal("Atom 0.3", feed.Format);
        Assert.Equal(("http://a03.example/e", "<p>W</p>", 5), (feed.Items[0].Link, feed.Items[0].Content, feed.Items[0].PublishedAt!.Value.Day));
    }

    [Theory]
    [InlineData("https://jsonfeed.org/version/1", "JSON Feed 1.0")]
    [InlineData("https://jsonfeed.org/version/1.1", "JSON Feed 1.1")]
    public void JsonFeed_GivesEveryField(string version, string format)
    {
        var feed = Read($$"""
            {"version": "{{version}}", "title": "Json", "home_page_url": "https://json.example/", "authors": [{"name": "Desk"}],
             "items": [{"id": 7, "url": "/a", "title": "T", "content_text": "1 < 2", "summary": "S", "date_published": "2026-11-06T09:30:00+05:00"}]}
            """, "https://json.example/feed.json");

        Assert.Equal((format, "Json", "https://json.example/"), (feed.Format, feed.Title, feed.Link));
        Assert.Equal(
            new FeedItem("T", "https://json.example/a", "7", new DateTimeOffset(2026, 11, 6, 9, 30, 0, TimeSpan.FromHours(5)), null, "S", "1 &lt; 2", "Desk"),
            Assert.Single(feed.Items));
    }

    [Fact]
    public void Titles_BecomePlainText_HoweverTheyAreEscaped()
    {
        var feed = Read("""
            <rss version="2.0"><channel>
              <item><title>A &amp;amp; B</title></item><item><title><![CDATA[<b>Bold</b> &amp; plain]]></title></item><item><title>2 &lt; 3</title></item>
            </channel></rss>
            """);

        Assert.Equal(["A & B", "Bold & plain", "2 < 3"], feed.Items.Select(i => i.Title));
    }

    private static FeedItem Item(string xml) => Assert.Single(Read(xml).Items);

    private static Feed Read(string text, string? address = null)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text), null, address);
        Assert.Null(reading.Error);
        return reading.Feed!;
    }
}
