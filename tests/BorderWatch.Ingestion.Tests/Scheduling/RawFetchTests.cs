using System.Text;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Articles;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>What was fetched is kept byte for byte, once, and for its time.</summary>
public sealed class RawFetchTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private static readonly TimeSpan s_keep = TimeSpan.FromDays(90);

    [Fact]
    public async Task FeedAndPage_AreKept_EachOnce()
    {
        var page = Sample.Page("Kunar Post", "Bomb in Herat", Sample.Bomb("Herat"));
        Outlet.Serve("/one", page);
        var feed = "<rss version=\"2.0\"><channel><title>Kunar Post</title>" + Item("1", "Farah") + Item("2", "Ghazni") + $"<item><link>{Outlet.Url("/one")}</link></item></channel></rss>";
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", feed, "application/rss+xml").AbsoluteUri);

        await PollAsync(source);
        await PollAsync(source);

        var articles = await ArticlesAsync();
        var raws = await RawsAsync();
        Assert.Equal(2, raws.Count);
        var ofPage = Assert.Single(articles, a => a.CanonicalUrl is not null);
        Assert.Equal(page, Encoding.UTF8.GetString(raws[ofPage.RawFetchId!.Value].Unpack()));
        Assert.Equal((Outlet.Url("/one").AbsoluteUri, "text/html; charset=utf-8"), (raws[ofPage.RawFetchId.Value].Address, raws[ofPage.RawFetchId.Value].ContentType));
        Assert.All(articles.Where(a => a.FeedItemId is not null), a => Assert.Equal(feed, Encoding.UTF8.GetString(raws[a.RawFetchId!.Value].Unpack())));
        Assert.All(raws.Values, raw => Assert.True(raw.Packed.Length < raw.Length));
    }

    [Fact]
    public async Task FeedThatBringsNothingNew_IsNotKept()
    {
        var body = Sample.Rss(("1", "2026-11-17"));
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", _ => new OutletResponse { Body = Encoding.UTF8.GetBytes(body) }).AbsoluteUri);
        await PollAsync(source);
        body = body.Replace("Sample", "Another title", StringComparison.Ordinal);
        await PollAsync(source);

        Assert.Single(await RawsAsync());
    }

    [Fact]
    public async Task PageThatHoldsNoArticle_IsKept_ForABetterReader()
    {
        Outlet.Serve("/empty", "<html><body></body></html>");
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", $"<rss version=\"2.0\"><channel><title>K</title><item><link>{Outlet.Url("/empty")}</link></item></channel></rss>").AbsoluteUri);

        await PollAsync(source);

        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal(ArticleOutcome.Unreadable, article.Outcome);
        Assert.Equal("<html><body></body></html>", Encoding.UTF8.GetString((await RawsAsync())[article.RawFetchId!.Value].Unpack()));
    }

    [Fact]
    public async Task Sweep_TakesWhatIsOld_AndLeavesTheArticle()
    {
        var source = await SourceAsync("Kunar Post", Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17"))).AbsoluteUri);
        await PollAsync(source);
        Pipeline.Clock.Shows += s_keep;
        Assert.Equal(0, await Pipeline.Get<RawSweep>().SweepAsync(Stop));
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(1);

        Assert.Equal(1, await Pipeline.Get<RawSweep>().SweepAsync(Stop));

        Assert.Null(Assert.Single(await ArticlesAsync()).RawFetchId);
        Assert.Single(await IncidentsAsync());
    }

    protected override void Configure(IngestionOptions options) => options.KeepRawFor = s_keep;

    private async Task<Dictionary<Guid, RawFetch>> RawsAsync()
    {
        await using var db = Pipeline.Open();
        return await db.RawFetches.AsNoTracking().ToDictionaryAsync(raw => raw.Id, Stop);
    }

    private static string Item(string id, string city) => $"<item><guid isPermaLink=\"false\">{id}</guid><title>Bomb in {city}</title><description>{Sample.Bomb(city)}</description></item>";
}
