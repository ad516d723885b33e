using BorderWatch.Ingestion.Desk;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Desk;

/// <summary>Articles of which text was missing, tried again.</summary>
public sealed class ArticleRetryTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task PageThatAnswersAgain_IsReadAndGivesItsIncident()
    {
        var source = await TeasersAsync(("", "/one"), ("", "/two"));
        await PollAsync(source);
        Assert.All(await ArticlesAsync(), a => Assert.Equal((ArticleOutcome.Unreadable, "The server answered 404 Not Found: check the address."), (a.Outcome, a.OutcomeReason)));
        Outlet.Serve("/one", Sample.Page("Kunar Post", "Bomb in Herat", Sample.Bomb("Herat")));
        Pipeline.Clock.Shows += TimeSpan.FromHours(1);

        var result = await Retry.RetrySourceAsync(source.Id, Caller.Local, null, Stop);

        Assert.Equal(new RetryResult(2, 1, 1, 0, "The server answered 404 Not Found: check the address.", null), result);
        var articles = await ArticlesAsync();
        Assert.Equal(2, articles.Count);
        var read = Assert.Single(articles, a => a.Outcome is ArticleOutcome.HasIncidents);
        Assert.Equal((TextOrigin.Page, null, "rules/1", Pipeline.Clock.Shows), (read.TextFrom, read.OutcomeReason, read.Extractor, read.ExtractedAt));
        Assert.Equal(Pipeline.Clock.Shows, Assert.Single(articles, a => a.Outcome is ArticleOutcome.Unreadable).LastTriedAt);
    }

    [Fact]
    public async Task TeaserOfAPageThatFailed_SaysSo_AndIsReplacedByThePage()
    {
        var source = await TeasersAsync(("A bomb went off in Herat.", "/one"));
        await PollAsync(source);
        var teaser = Assert.Single(await ArticlesAsync());
        Assert.Equal((TextOrigin.FeedItem, "Only the feed's teaser could be had. The server answered 404 Not Found: check the address."), (teaser.TextFrom, teaser.TextNote));

        Assert.Equal("The server answered 404 Not Found: check the address.", (await Retry.RetryAsync([teaser.Id], Caller.Local, null, Stop)).Failure);
        Outlet.Serve("/one", Sample.Page("Kunar Post", "Bomb in Herat", Sample.Bomb("Herat")));
        var result = await Retry.RetryAsync([teaser.Id], Caller.Local, null, Stop);

        Assert.Equal((1, 1, null), (result.Tried, result.Read, result.Failure));
        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal((2, TextOrigin.Page, null), (article.Revisions.Count, article.TextFrom, article.TextNote));
        Assert.Equal("Nothing is missing: there is nothing to try again.", (await Retry.RetryAsync([teaser.Id], Caller.Local, null, Stop)).Error);
    }

    [Fact]
    public async Task ItemWithoutAnAddress_IsAskedOfItsFeed()
    {
        var body = "<rss version=\"2.0\"><channel><title>Kunar Post</title><item><guid isPermaLink=\"false\">7</guid></item></channel></rss>";
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", _ => new OutletResponse { Body = System.Text.Encoding.UTF8.GetBytes(body), Headers = new Dictionary<string, string> { ["ETag"] = "\"1\"" } }).AbsoluteUri);
        await PollAsync(source);
        Assert.Equal(ArticleOutcome.Unreadable, Assert.Single(await ArticlesAsync()).Outcome);

        body = Sample.Rss(("7", "2026-11-17"), ("8", "2026-11-18"));
        var result = await Retry.RetrySourceAsync(source.Id, Caller.Local, null, Stop);

        Assert.Equal((1, 1), (result.Tried, result.Read));
        Assert.Equal(["7"], (await ArticlesAsync()).Select(a => a.FeedItemId));
    }

    [Fact]
    public async Task ItemThatItsFeedHoldsNoMore_SaysSo()
    {
        var body = "<rss version=\"2.0\"><channel><title>Kunar Post</title><item><guid isPermaLink=\"false\">7</guid></item></channel></rss>";
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", _ => new OutletResponse { Body = System.Text.Encoding.UTF8.GetBytes(body) }).AbsoluteUri);
        await PollAsync(source);

        body = Sample.Rss(("8", "2026-11-18"));
        var result = await Retry.RetrySourceAsync(source.Id, Caller.Local, null, Stop);

        Assert.StartsWith("It has no address of its own, and its feed does not hold it any more", result.Failure, StringComparison.Ordinal);
        Assert.Equal(result.Failure, Assert.Single(await ArticlesAsync()).OutcomeReason);
    }

    private IArticleRetry Retry => Pipeline.Get<IArticleRetry>();

    private Task<Source> TeasersAsync(params (string Teaser, string Path)[] items) => SourceAsync("Kunar Post", Outlet.Serve("/feed",
        "<rss version=\"2.0\"><channel><title>Kunar Post</title>" + string.Concat(items.Select(item => $"<item><link>{Outlet.Url(item.Path)}</link><description>{item.Teaser}</description></item>")) + "</channel></rss>",
        "application/rss+xml").AbsoluteUri);
}
