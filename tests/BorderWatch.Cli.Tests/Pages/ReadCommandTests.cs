using System.Text.Json;

namespace BorderWatch.Cli.Tests.Pages;

/// <summary><c>borderwatch read</c>.</summary>
public sealed class ReadCommandTests
{
    private const string Page = """
        <!doctype html><html lang="en-GB"><head><title>Bridge closed | Vakhsh News</title>
        <meta property="og:site_name" content="Vakhsh News"><meta property="article:published_time" content="2026-11-06T09:30:00+05:00"><meta name="author" content="Z. Rahimova"></head>
        <body><nav><a href="/">Home</a><a href="/world">World</a><a href="/sport">Sport</a></nav>
        <article><h1>Bridge closed</h1>
        <p>The bridge over the Vakhsh at Sarband has been closed to lorries since Friday, after engineers found cracks in two of its pillars, the transport ministry said.</p>
        <p>Cars may still pass, one at a time. Repairs are to begin in the spring, when the water is low, and will take about four months, according to the ministry’s plan.</p></article>
        <aside class="related"><a href="/a">Ten more stories</a></aside><footer>© Vakhsh News. All rights reserved.</footer></body></html>
        """;

    [Fact]
    public async Task Page_GivesItsArticle()
    {
        var run = await CommandRun.RunAsync(["read"], JsonSerializer.Serialize(new { id = "r", url = "https://vakhsh.example/2026/bridge", html = Page }));

        Assert.Equal(0, run.Status);
        var article = Assert.Single(run.Json);
        Assert.Equal(
            ["r", "Bridge closed", "2026-11-06T09:30:00+05:00", "Z. Rahimova", "Vakhsh News", "en"],
            new[] { "id", "title", "publishedAt", "author", "siteName", "language" }.Select(f => article.GetProperty(f).GetString()));
        var paragraphs = article.GetProperty("text").GetString()!.Split("\n\n");
        Assert.Equal(2, paragraphs.Length);
        Assert.StartsWith("The bridge over the Vakhsh", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("the ministry’s plan.", paragraphs[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageWithoutText_IsEmptyAndNoError()
    {
        var run = await CommandRun.RunAsync(["read"], JsonSerializer.Serialize(new { id = "r", html = "<html><body></body></html>" }));

        Assert.Equal((0, ""), (run.Status, run.Json[0].GetProperty("text").GetString()));
    }

    [Fact]
    public async Task MissingHtml_IsAnError()
    {
        var run = await CommandRun.RunAsync(["read"], JsonSerializer.Serialize(new { id = "r" }));

        Assert.Equal((1, "The field \"html\" is missing."), (run.Status, run.Json[0].GetProperty("error").GetString()));
    }
}
