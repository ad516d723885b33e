using BorderWatch.Store.Articles;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>Pages that are not one article for everybody: live blogs, and texts behind a wall.</summary>
public sealed class SpecialPageTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task LiveBlog_IsSplitInItsEntries_AndNewOnesAreTakenAtTheNextPoll()
    {
        var source = await FeedAsync("/live");
        Blog(("e1", "2026-11-19T06:00:00Z", Sample.Bomb("Kandahar")), ("e2", "2026-11-19T09:00:00Z", Sample.Bomb("Herat").Replace("Four", "Seven", StringComparison.Ordinal)));
        Assert.Equal((1, 2), (await PollAsync(source) is var first ? first.NewArticles : 0, first.NewIncidents));

        Blog(("e1", "2026-11-19T06:00:00Z", Sample.Bomb("Kandahar")), ("e2", "2026-11-19T09:00:00Z", Sample.Bomb("Herat").Replace("Four", "Seven", StringComparison.Ordinal)), ("e3", "2026-11-19T11:00:00Z", Sample.Bomb("Farah")));
        Serve("/live");
        var second = await PollAsync(source);

        Assert.Equal(1, second.NewIncidents);
        var articles = await ArticlesAsync();
        Assert.Equal([$"{Outlet.Url("/live")}#e1", $"{Outlet.Url("/live")}#e2", $"{Outlet.Url("/live")}#e3"], articles.Select(a => a.CanonicalUrl));
        Assert.Equal(Day("2026-11-19").AddHours(-3), articles[1].PublishedAt);
        Assert.All(articles, a => Assert.Single(a.Revisions));
    }

    [Fact]
    public async Task TextBehindAWall_IsTakenAsFarAsItIsShown_AndSaysSo()
    {
        var source = await FeedAsync("/walled");
        Outlet.Serve("/walled", Sample.Page("First", "Bomb in Kandahar", Sample.Bomb("Kandahar"))
            .Replace("</head>", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bomb in Kandahar\",\"isAccessibleForFree\":\"False\"}</script></head>", StringComparison.Ordinal));

        await PollAsync(source);

        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal(ArticleOutcome.HasIncidents, article.Outcome);
        Assert.StartsWith("The outlet shows all of this page to subscribers only", article.TextNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatStandsInManyArticlesOfAnOutlet_IsTakenOffTheNext()
    {
        const string Furniture = "This outlet is read in ninety lands, and its reporters thank you for following them on every channel.";
        var source = await FeedAsync("/next");
        foreach (var n in Enumerable.Range(1, 5)) await TakeAsync(source, $"Bomb in Town {n}", $"{Sample.Bomb($"Town {n}")}\n\n{Furniture}", url: Outlet.Url($"/{n}").ToString());
        Outlet.Serve("/next", Sample.Page("First", "Bomb in Kandahar", Sample.Bomb("Kandahar")).Replace("</article>", $"<p>{Furniture}</p></article>", StringComparison.Ordinal));

        await PollAsync(source);

        var text = (await ArticlesAsync())[^1].Revisions[0].Text;
        Assert.DoesNotContain("ninety lands", text, StringComparison.Ordinal);
        Assert.Contains("Kandahar", text, StringComparison.Ordinal);
    }

    private async Task<BorderWatch.Store.Sources.Source> FeedAsync(string page)
    {
        Serve(page);
        return await SourceAsync("First", Outlet.Url("/feed").ToString(), "AF");
    }

    private void Serve(string page) =>
        Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel><title>First</title><item><title>News</title><link>{Outlet.Url(page)}</link><pubDate>Thu, 19 Nov 2026 12:00:00 GMT</pubDate></item></channel></rss>", "application/rss+xml");

    private void Blog(params (string Id, string At, string Text)[] entries)
    {
        var updates = string.Join(',', entries.Select(e => $"{{\"@type\":\"BlogPosting\",\"headline\":\"Bomb\",\"url\":\"{Outlet.Url("/live")}#{e.Id}\",\"datePublished\":\"{e.At}\",\"articleBody\":{System.Text.Json.JsonSerializer.Serialize(e.Text)}}}"));
        Outlet.Serve("/live", Sample.Page("First", "A day in the country, as it happened", string.Join(' ', entries.Select(e => e.Text)))
            .Replace("</head>", $"<script type=\"application/ld+json\">{{\"@type\":\"LiveBlogPosting\",\"headline\":\"A day in the country\",\"liveBlogUpdate\":[{updates}]}}</script></head>", StringComparison.Ordinal));
    }
}
