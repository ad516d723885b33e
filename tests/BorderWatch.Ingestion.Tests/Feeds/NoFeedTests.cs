using System.Text;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>What is no feed is told apart, in a sentence that says what it is and what to do.</summary>
public sealed class NoFeedTests
{
    [Theory]
    [InlineData("", "The feed is empty: the server answered without a body. Check the feed's address.")]
    [InlineData(" \r\n ", "The feed is empty: it holds nothing but spaces. Check the feed's address.")]
    [InlineData("Service unavailable", "This is no feed: it is plain text. Check the feed's address.")]
    [InlineData("<!doctype html><html><head><title>Home &amp; away</title></head><body>Hello</body></html>", "This is a web page (“Home & away”), not a feed: look on it for the outlet's RSS or Atom address.")]
    [InlineData("<opml version=\"2.0\"><body/></opml>", "This is a list of feeds (OPML), not a feed: add the addresses that it lists.")]
    [InlineData("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>", "This is a site map without news in it, not a feed: look for the outlet's RSS or Atom address, or its site map of news.")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "This is XML, but no feed: its first element is <svg>. Check the feed's address.")]
    [InlineData("{\"error\": \"not found\"}", "This is JSON, but no feed: it has no list of items. Check the feed's address.")]
    [InlineData("{\"items\": [{\"id\": \"1\",", "The feed is JSON that breaks off or is malformed (line 1). Ask the outlet, or try again later.")]
    public void Error_SaysWhatItIs(string text, string error)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Feed);
        Assert.Equal(error, reading.Error);
    }

    [Fact]
    public void GzipThatNobodyDeclared_IsNamed() => Assert.Contains("gzip", FeedReader.Read([0x1F, 0x8B, 8, 0]).Error, StringComparison.Ordinal);

    [Fact]
    public void RandomBytes_AreNoFeedAndNoException()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (round % 2 == 0) bytes[0] = (byte)'<';
            var reading = FeedReader.Read(bytes);
            Assert.True(reading.Error is { Length: > 0 } ^ reading.Feed is not null);
        }
    }

    [Fact]
    public void FeedCutAnywhere_IsReadOrNamedButNeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes("""
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>
            <title>Cut &amp; dry</title><!-- note --><item><title><![CDATA[One]]></title><link>https://c.example/1</link><dc:date>2026-11-01</dc:date></item></channel></rss>
            """);
        for (var length = 1; length < whole.Length; length++)
        {
            var reading = FeedReader.Read(whole.AsSpan(0, length));
            Assert.True(reading.Error is { Length: > 0 } ^ reading.Feed is not null, $"at {length}");
        }
    }
}
