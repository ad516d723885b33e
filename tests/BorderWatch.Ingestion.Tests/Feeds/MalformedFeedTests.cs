using System.Text;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>XML that a strict parser refuses: what is there is read, and the fault is told.</summary>
public sealed class MalformedFeedTests
{
    [Theory]
    [InlineData("<title>Barter & trade</title>", "Barter & trade", "a bare & in text")]
    [InlineData("<title>Gorno&nbsp;Badakhshan &eacute;t&eacute;</title>", "Gorno Badakhshan été", null)]
    [InlineData("<title>a &nosuchthing; b</title>", "a &nosuchthing; b", "a bare & in text")]
    [InlineData("<title>Bell\u0007 and tab</title>", "Bell and tab", "control characters")]
    [InlineData("<title>Quotes &#147;here&#148;</title>", "Quotes “here”", null)]
    [InlineData("<title>Unclosed <b>bold</title>", "Unclosed bold", "<b> is not closed")]
    [InlineData("<TITLE>Shouted</TITLE>", "Shouted", null)]
    [InlineData("<title><![CDATA[a <b>bold</b> claim]]></title>", "a bold claim", null)]
    public void Title_IsRead(string title, string read, string? fault)
    {
        var feed = Read($"<rss version=\"2.0\"><channel><item>{title}<link>https://m.example/1</link></item></channel></rss>");

        var item = Assert.Single(feed.Items);
        Assert.Equal((read, "https://m.example/1"), (item.Title, item.Link));
        if (fault is null) Assert.Empty(feed.Faults);
        else Assert.Contains(fault, feed.Faults);
    }

    [Fact]
    public void BreakingOff_KeepsTheItemsBeforeIt()
    {
        var feed = Read("<rss version=\"2.0\"><channel><item><title>One</title></item><item><title>Two</title></item><item><title>Thr");

        Assert.Equal(["One", "Two", "Thr"], feed.Items.Select(i => i.Title));
        Assert.Contains(feed.Faults, f => f.StartsWith("it breaks off inside", StringComparison.Ordinal));
    }

    [Fact]
    public void CdataWithoutEnd_IsReadToTheEnd()
    {
        var feed = Read("<rss version=\"2.0\"><channel><item><title>One</title><description><![CDATA[text that never stops");

        Assert.Equal("text that never stops", Assert.Single(feed.Items).Summary);
        Assert.Contains("a CDATA section without an end", feed.Faults);
    }

    [Fact]
    public void JunkBeforeTheDeclaration_IsSkipped() =>
        Assert.Equal("One", Assert.Single(Read("\n\n<!-- cached --><?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>One</title></item></channel></rss>").Items).Title);

    [Fact]
    public void UndeclaredPrefixes_AreKnownByName()
    {
        var item = Assert.Single(Read("<rss version=\"2.0\"><channel><item><dc:creator>A. Name</dc:creator><content:encoded>&lt;p&gt;W&lt;/p&gt;</content:encoded></item></channel></rss>").Items);

        Assert.Equal(("A. Name", "<p>W</p>"), (item.Author, item.Content));
    }

    [Fact]
    public void CrossedElements_DoNotSwallowTheNextItem() =>
        Assert.Equal(["One", "Two"], Read("<rss><channel><item><title>One</item></title><item><title>Two</title></item></channel></rss>").Items.Select(i => i.Title));

    [Fact]
    public void ExternalEntity_IsNeitherFetchedNorExpanded()
    {
        var feed = Read("""
            <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname"><!ENTITY far SYSTEM "http://127.0.0.1:1/x">]>
            <rss version="2.0"><channel><item><title>a &secret; b &far; c</title></item></channel></rss>
            """);

        Assert.Equal("a &secret; b &far; c", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void BillionLaughs_StayOneLaugh()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY lol{n} \"{string.Concat(Enumerable.Repeat($"&lol{n - 1};", 10))}\">"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var feed = Read($"<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">{entities}]><rss version=\"2.0\"><channel><item><title>&lol9;</title></item></channel></rss>");

        Assert.Equal("&lol9;", Assert.Single(feed.Items).Title);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void DeepNesting_DoesNotOverflowTheStack()
    {
        var feed = Read($"<rss><channel><item><title>One</title><description>{string.Concat(Enumerable.Repeat("<div>", 100_000))}deep</description></item></channel></rss>");

        Assert.Equal("One", feed.Items[0].Title);
    }

    [Fact]
    public void TenThousandItems_AreAllRead()
    {
        var items = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"<item><title>Item {n} & more</title><link>https://m.example/{n}</link><description>Some words &amp; others.</description></item>"));

        Assert.Equal(10_000, Read($"<rss version=\"2.0\"><channel>{items}</channel></rss>").Items.Count);
    }

    private static Feed Read(string text)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(reading.Error);
        return reading.Feed!;
    }
}
