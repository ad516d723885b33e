using System.Net;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>A source's poll, from the request to the source's row.</summary>
public sealed class FeedPollerTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task Poll_TakesEveryItemIn_OldestFirst()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("2", "2026-11-18"), ("1", "2026-11-17")), "application/rss+xml").AbsoluteUri);

        var polled = await PollAsync(source);

        Assert.Equal(new PollResult(2, 2, 2, 0, 0, null), polled);
        Assert.Equal(["1", "2"], (await ArticlesAsync()).Select(a => a.FeedItemId));
        var row = await SourceAsync(source.Id);
        Assert.Equal((Pipeline.Start, Pipeline.Start, null, 0), (row.LastPolledAt!.Value, row.LastSucceededAt!.Value, row.LastError, row.ConsecutiveFailures));
    }

    [Fact]
    public async Task SecondPoll_AddsNothing()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17")), "application/rss+xml").AbsoluteUri);
        await PollAsync(source);

        Assert.Equal(new PollResult(1, 0, 0, 0, 0, null), await PollAsync(source));
    }

    [Fact]
    public async Task Validators_AreKept_AndNothingIsReadWhenNothingHasChanged()
    {
        var feed = Outlet.Serve("/feed", request => request.Headers.TryGetValue("If-None-Match", out var tag) && tag == "\"v1\""
            ? new OutletResponse { Status = HttpStatusCode.NotModified }
            : new OutletResponse
            {
                Body = System.Text.Encoding.UTF8.GetBytes(Sample.Rss(("1", "2026-11-17"))),
                Headers = new Dictionary<string, string> { ["ETag"] = "\"v1\"", ["Last-Modified"] = "Tue, 17 Nov 2026 12:00:00 GMT" },
            });
        var source = await SourceAsync("Kunar Post", feed.AbsoluteUri);
        await PollAsync(source);
        Pipeline.Clock.Shows += TimeSpan.FromHours(1);

        Assert.Equal(new PollResult(0, 0, 0, 0, 0, null), await PollAsync(source));

        Assert.Equal("Tue, 17 Nov 2026 12:00:00 GMT", Outlet.Requests[1].Headers["If-Modified-Since"]);
        var row = await SourceAsync(source.Id);
        Assert.Equal(("\"v1\"", Pipeline.Clock.Shows), (row.ETag, row.LastSucceededAt));
    }

    [Fact]
    public async Task Progress_CountsUpToTheEnd()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17"), ("2", "2026-11-18")), "application/rss+xml").AbsoluteUri);
        var steps = new Steps();

        await PollAsync(source, steps);

        Assert.Equal([(0, null), (0, 2), (1, 2), (2, 2)], steps.Seen.Select(s => (s.Done, s.Total)));
        Assert.Equal("Asking Kunar Post", steps.Seen[0].Current);
    }

    [Fact]
    public async Task Failure_IsKeptInWords_AndCounted_AndForgottenOnSuccess()
    {
        var well = false;
        var feed = Outlet.Serve("/feed", _ => well ? new OutletResponse { Body = System.Text.Encoding.UTF8.GetBytes(Sample.Rss(("1", "2026-11-17"))) } : new OutletResponse { Status = HttpStatusCode.NotFound });
        var source = await SourceAsync("Kunar Post", feed.AbsoluteUri);

        await PollAsync(source);
        var polled = await PollAsync(source);

        var row = await SourceAsync(source.Id);
        Assert.Equal("The server answered 404 Not Found: check the address.", polled.Error);
        Assert.Equal((polled.Error, 2, null), (row.LastError, row.ConsecutiveFailures, row.LastSucceededAt));

        well = true;
        await PollAsync(source);
        row = await SourceAsync(source.Id);
        Assert.Equal((null, 0), (row.LastError, row.ConsecutiveFailures));
    }

    [Fact]
    public async Task PageInPlaceOfTheFeed_LosesNothingThatIsHere()
    {
        var body = Sample.Rss(("1", "2026-11-17"));
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", _ => new OutletResponse { Body = System.Text.Encoding.UTF8.GetBytes(body) }).AbsoluteUri);
        await PollAsync(source);
        body = "<html><head><title>Maintenance</title></head><body>Back soon.</body></html>";

        var polled = await PollAsync(source);

        Assert.Equal("This is a web page (“Maintenance”), not a feed: look on it for the outlet's RSS or Atom address.", polled.Error);
        Assert.Single(await ArticlesAsync());
        Assert.Equal(1, Assert.Single(await IncidentsAsync()).ReportCount);
    }

    [Fact]
    public async Task SourceThatIsBeingPolled_IsLeftAlone()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17"))).AbsoluteUri);
        await using (await WorkLock.TryTakeAsync(Pipeline.Get<IDbContextFactory<BorderWatchDbContext>>(), source.Id, Stop))
        {
            Assert.Equal("This source is being polled already: wait until that is done.", (await PollAsync(source)).Error);
            Assert.Empty(Outlet.Requests);
        }

        Assert.Null((await PollAsync(source)).Error);
    }

    [Fact]
    public async Task BrokenOffPoll_KeepsWhatItTook_AndTheNextOneTakesTheRest()
    {
        var feed = Outlet.Serve("/feed", request => request.Headers.ContainsKey("If-None-Match")
            ? new OutletResponse { Status = HttpStatusCode.NotModified }
            : new OutletResponse
            {
                Body = System.Text.Encoding.UTF8.GetBytes(Sample.Rss(("1", "2026-11-17"), ("2", "2026-11-18"))),
                Headers = new Dictionary<string, string> { ["ETag"] = "\"v1\"" },
            });
        var source = await SourceAsync("Kunar Post", feed.AbsoluteUri);
        using var broken = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Pipeline.Get<IFeedPoller>().PollAsync(source.Id, Caller.Local, new Steps { At = step => { if (step.Done == 1) broken.Cancel(); } }, broken.Token));
        Assert.Single(await ArticlesAsync());

        Assert.Equal(1, (await PollAsync(source)).NewArticles);
        Assert.Equal(2, (await ArticlesAsync()).Count);
    }

    [Fact]
    public async Task Teaser_IsReadFromItsPage_Once()
    {
        Outlet.Serve("/2026/11/17/story", Sample.Page("Kunar Post", "Bomb in Asadabad", Sample.Bomb("Asadabad")));
        var feed = Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel><item><title>Bomb in Asadabad</title><link>{Outlet.Address}/2026/11/17/story</link><pubDate>Tue, 17 Nov 2026 12:00:00 GMT</pubDate><description>Bomb kills four.</description></item></channel></rss>");
        var source = await SourceAsync("Kunar Post", feed.AbsoluteUri);
        await PollAsync(source);
        await PollAsync(source);

        Assert.Contains("Four people were killed", Assert.Single(Assert.Single(await ArticlesAsync()).Revisions).Text, StringComparison.Ordinal);
        Assert.Single(Outlet.Requests, r => r.Target == "/2026/11/17/story");
    }

    [Fact]
    public async Task TeaserWhosePageIsGone_IsTakenAsItIs()
    {
        var feed = Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel><item><title>Bomb in Asadabad</title><link>{Outlet.Address}/gone</link><description>A bomb killed four people in Asadabad in eastern Afghanistan on Tuesday.</description></item></channel></rss>");

        Assert.Equal(1, (await PollAsync(await SourceAsync("Kunar Post", feed.AbsoluteUri))).NewArticles);
    }

    [Fact]
    public async Task ItemWithoutWords_IsRecordedAsUnreadable()
    {
        var feed = Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel><item><link>{Outlet.Address}/gone</link></item></channel></rss>");

        Assert.Equal(1, (await PollAsync(await SourceAsync("Kunar Post", feed.AbsoluteUri))).Unreadable);

        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal((ArticleOutcome.Unreadable, "The server answered 404 Not Found: check the address."), (article.Outcome, article.OutcomeReason));
    }

    [Fact]
    public async Task DateInTheFuture_IsNotBelieved()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("1", "2031-01-01"))).AbsoluteUri);

        await PollAsync(source);

        Assert.Null(Assert.Single(await ArticlesAsync()).PublishedAt);
    }

    [Fact]
    public async Task OneIdentifierForSeveralArticles_IsNotBelieved()
    {
        var items = string.Concat(new[] { "Asadabad", "Jalalabad", "Gardez" }.Select(city => $"<item><guid>same</guid><title>Bomb in {city}</title><link>{Outlet.Address}/{city}</link><description>{Sample.Bomb(city)}</description></item>"));
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel>{items}</channel></rss>").AbsoluteUri);

        Assert.Equal(3, (await PollAsync(source)).NewArticles);
        Assert.All(await ArticlesAsync(), a => Assert.Null(a.FeedItemId));
    }

    private sealed class Steps : IProgress<PollProgress>
    {
        public List<PollProgress> Seen { get; } = [];

        public Action<PollProgress> At { get; init; } = _ => { };

        public void Report(PollProgress value)
        {
            Seen.Add(value);
            At(value);
        }
    }
}
