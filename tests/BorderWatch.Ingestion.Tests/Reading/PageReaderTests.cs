using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Ingestion.Tests.Reading;

/// <summary>An article out of its page.</summary>
public sealed class PageReaderTests
{
    private const string First = "The bridge over the Vakhsh at Sarband has been closed to lorries since Friday, after engineers found cracks in two of its pillars, the transport ministry said.";

    private const string Second = "Cars may still pass, one at a time. Repairs are to begin in the spring, when the water is low, and will take about four months.";

    [Fact]
    public void Body_IsKept_AndFurnitureIsNot()
    {
        var article = PageReader.Read(Page($"<h1>Bridge closed</h1><figure><img src=x><figcaption>The bridge in May. Photo: archive</figcaption></figure><p>{First}</p><p>{Second}</p><div class=\"related-posts\"><a href=/a>Ten more stories from the region</a></div>"));

        Assert.Equal($"{First}\n\n{Second}", article.Text);
    }

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-06T09:30:00+05:00\"}</script>")]
    [InlineData("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"datePublished\":\"2026-11-06T09:30:00+05:00\"}]}</script>")]
    [InlineData("<meta property=\"article:published_time\" content=\"2026-11-06T09:30:00+05:00\">")]
    [InlineData("<meta name=\"pubdate\" content=\"2026-11-06T09:30:00+05:00\">")]
    [InlineData("<meta itemprop=\"datePublished\" content=\"2026-11-06T09:30:00+05:00\">")]
    public void Date_IsFoundInThePagesHead(string head) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 6, 9, 30, 0, TimeSpan.FromHours(5)), PageReader.Read(Page($"<p>{First}</p>", head)).PublishedAt);

    [Fact]
    public void Date_IsFoundInATimeElement_ElseInTheAddress()
    {
        Assert.Equal(6, PageReader.Read(Page($"<time datetime=\"2026-11-06\">6 Nov</time><p>{First}</p>")).PublishedAt!.Value.Day);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), PageReader.Read(Page($"<p>{First}</p>"), "https://vakhsh.example/2026/11/05/bridge").PublishedAt);
    }

    [Fact]
    public void BrokenStatements_AreReadOver()
    {
        var article = PageReader.Read(Page($"<p>{First}</p><p>{Second}</p>", "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", broken</script>"));

        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Null(article.PublishedAt);
    }

    [Theory]
    [InlineData("Bridge closed | Vakhsh News", "Bridge closed")]
    [InlineData("Vakhsh News – Bridge closed", "Bridge closed")]
    [InlineData("Bridge closed - for good", "Bridge closed - for good")]
    [InlineData("Vakhsh News", "Vakhsh News")]
    public void Title_LosesTheOutletsName(string title, string read) =>
        Assert.Equal(read, PageReader.Read($"<html><head><title>{title}</title><meta property=og:site_name content=\"Vakhsh News\"></head><body><p>{First}</p></body></html>").Title);

    [Fact]
    public void Scripts_NeverBecomeText() =>
        Assert.DoesNotContain("alert", PageReader.Read(Page($"<p>{First}</p><script>alert(1)</script><style>p{{}}</style><noscript>alert</noscript><p>{Second}</p>")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://V.example:443/a/?utm_source=x&id=7&fbclid=1#top", "https://v.example/a?id=7")]
    [InlineData("http://v.example", "http://v.example/")]
    [InlineData("https://v.example/a/", "https://v.example/a")]
    [InlineData("https://пример.example/а", "https://xn--e1afmkfd.example/%D0%B0")]
    [InlineData("ftp://v.example/a", null)]
    [InlineData("no address", null)]
    public void Canonical_IsOneSpellingOfAnAddress(string address, string? canonical) => Assert.Equal(canonical, PageAddress.Canonical(address));

    [Theory]
    [InlineData("a<br><br>b", "a\n\nb")]
    [InlineData("<p>one</p><p>two&nbsp;three</p>", "one\n\ntwo three")]
    [InlineData("<ul><li>x</li><li>y</li></ul>", "x\n\ny")]
    [InlineData("plain & simple", "plain & simple")]
    [InlineData("1 &lt; 2", "1 < 2")]
    public void Html_BecomesParagraphs(string html, string text) => Assert.Equal(text, HtmlText.Paragraphs(html));

    private static string Page(string article, string head = "") =>
        $"<!doctype html><html lang=\"en\"><head><title>Bridge closed</title>{head}</head><body><nav><a href=\"/\">Home</a><a href=\"/w\">World</a></nav><article>{article}</article><footer>All rights reserved</footer></body></html>";
}
