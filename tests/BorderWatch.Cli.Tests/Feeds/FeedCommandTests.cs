using System.Text;
using System.Text.Json;

namespace BorderWatch.Cli.Tests.Feeds;

/// <summary><c>borderwatch feed</c>.</summary>
public sealed class FeedCommandTests
{
    [Fact]
    public async Task Feed_GivesItsItems()
    {
        var run = await CommandRun.RunAsync(["feed"], Line("f", """
            <rss version="2.0"><channel><title>Vakhsh &amp; Panj</title><link>https://v.example/</link><item><title>Ҷанг</title><link>https://v.example/1</link>
            <guid>https://v.example/1</guid><pubDate>Fri, 06 Nov 2026 09:30:00 +0500</pubDate><description>S</description><author>A</author></item></channel></rss>
            """));

        Assert.Equal(0, run.Status);
        Assert.Equal("Vakhsh & Panj", run.Json[0].GetProperty("title").GetString());
        var item = Assert.Single(run.Json[0].GetProperty("items").EnumerateArray());
        Assert.Equal(
            ["Ҷанг", "https://v.example/1", "https://v.example/1", "2026-11-06T09:30:00+05:00", "S", null, "A"],
            new[] { "title", "link", "guid", "publishedAt", "summary", "content", "author" }.Select(f => item.GetProperty(f).GetString()));
    }

    [Fact]
    public async Task WhatIsNoFeed_IsSaid_AndTheNextOneIsRead()
    {
        var run = await CommandRun.RunAsync(["feed"], Line("1", "<html><title>Home</title></html>") + "\n{\"id\":\"2\",\"base64\":\"%%%\"}\n" + Line("3", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}"));

        Assert.Equal(1, run.Status);
        Assert.StartsWith("This is a web page (“Home”)", run.Json[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("The field \"base64\" is not base64.", run.Json[1].GetProperty("error").GetString());
        Assert.Empty(run.Json[2].GetProperty("items").EnumerateArray());
    }

    private static string Line(string id, string feed) => JsonSerializer.Serialize(new { id, base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(feed)), contentType = "text/xml" });
}
