using BorderWatch.Ingestion.Desk;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Desk;

/// <summary>From an outlet's home page to its feeds.</summary>
public sealed class FeedDeskTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task FeedsAddress_GivesTheFeed()
    {
        var url = Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17"))).AbsoluteUri;

        var look = await LookAsync(url);

        Assert.Equal(("Sample", 1, url, null), (look.Feed?.Title, look.Feed!.Items.Count, look.Address, look.Error));
    }

    [Fact]
    public async Task HomePage_NamesItsFeeds_TheCommentsLast_AndWhatIsNoFeedNot()
    {
        Outlet.Serve("/news.xml", Sample.Rss(("1", "2026-11-17"), ("2", "2026-11-18")));
        Outlet.Serve("/comments/feed", Sample.Rss());
        Outlet.Serve("/world/rss", Sample.Rss(("3", "2026-11-18")));
        var home = Outlet.Serve("/", """
            <html><head><base href="/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
            <link rel="alternate" type="application/rss+xml; charset=utf-8" title="News" href="news.xml"><link rel="alternate" hreflang="ru" href="/ru">
            <link rel="alternate" type="application/atom+xml" href="/gone.atom"></head><body><a href="/world/rss">World</a> <a href="/about">About</a></body></html>
            """).AbsoluteUri;

        var look = await LookAsync(home);

        Assert.Null(look.Error);
        Assert.Equal([$"{Outlet.Address}/news.xml", $"{Outlet.Address}/world/rss", $"{Outlet.Address}/comments/feed"], look.Named.Select(f => f.Address));
        Assert.Equal([2, 1, 0], look.Named.Select(f => f.Items));
        Assert.DoesNotContain(Outlet.Requests, r => r.Target is "/about" or "/ru");
    }

    [Fact]
    public async Task HomePageThatNamesNone_IsAskedWhereOutletsKeepThem()
    {
        Outlet.Serve("/rss.xml", Sample.Rss(("1", "2026-11-17")));
        var home = Outlet.Serve("/", "<html><body>News</body></html>").AbsoluteUri;

        Assert.Equal($"{Outlet.Address}/rss.xml", Assert.Single((await LookAsync(home)).Named).Address);
    }

    [Fact]
    public async Task PageWithoutFeeds_IsToldInWords()
    {
        var look = await LookAsync(Outlet.Serve("/", "<html><head><title>Shop</title></head></html>").AbsoluteUri);

        Assert.Equal("This is a web page (“Shop”), not a feed: look on it for the outlet's RSS or Atom address.", look.Error);
    }

    [Fact]
    public async Task FeedThatPageNamesInward_IsNotFetched()
    {
        var look = await LookAsync(Outlet.Serve("/", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"http://169.254.169.254/feed\"><link rel=\"alternate\" type=\"application/rss+xml\" href=\"file:///etc/passwd\"></head></html>").AbsoluteUri);

        Assert.Empty(look.Named);
    }

    [Fact]
    public async Task FeedFromAFile_IsTakenOnce_AndItsSourceIsNotPolled()
    {
        var feed = BorderWatch.Ingestion.Feeds.FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(Sample.Rss(("1", "2026-11-17")))).Feed!;
        var desk = Pipeline.Get<IFeedDesk>();

        var first = await desk.TakeAsync(feed, "Archive", "AF", Caller.Local, null, Stop);
        var second = await desk.TakeAsync(feed, "archive", "AF", Caller.Local, null, Stop);

        Assert.Equal((1, 0), (first.NewArticles, second.NewArticles));
        await using var db = Pipeline.Open();
        var source = db.Sources.Single(s => s.Name == "Archive");
        Assert.Equal((false, null, "AF"), (source.IsEnabled, source.FeedUrl, source.CountryCode));
    }

    private Task<FeedLook> LookAsync(string address) => Pipeline.Get<IFeedDesk>().LookAsync(address, Caller.Local, Stop);
}
