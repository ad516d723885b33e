using BorderWatch.Ingestion.Desk;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Desk;

/// <summary>Single articles added by hand.</summary>
public sealed class ArticleDeskTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task Address_IsPreviewedWithoutSaving_ThenSavedOnce()
    {
        var url = Outlet.Serve("/2026/11/17/bomb", Sample.Page("Kunar Post", "Bomb in Asadabad", Sample.Bomb("Asadabad"))).AbsoluteUri;
        var desk = Pipeline.Get<IArticleDesk>();

        var preview = (await desk.PreviewUrlAsync($"{url}?utm_source=feed#top", Caller.Local, Stop)).Preview!;
        Assert.Empty(await ArticlesAsync());
        Assert.Equal((url, "Kunar Post", "Bomb in Asadabad", false), (preview.Url, preview.Outlet, preview.Article.Title, preview.AlreadyStored));
        Assert.Equal(17, preview.Article.PublishedAt!.Value.Day);

        var saved = (await desk.SaveAsync(preview, Caller.Local, Stop)).Value!;
        var again = (await desk.SaveAsync((await desk.PreviewUrlAsync(url, Caller.Local, Stop)).Preview!, Caller.Local, Stop)).Value!;

        Assert.Equal((true, 1, false, 0), (saved.IsNew, saved.NewIncidents, again.IsNew, again.NewIncidents));
        Assert.Equal(saved.Incidents, again.Incidents);
        Assert.Equal(Source.PastedId, Assert.Single(await ArticlesAsync()).SourceId);
    }

    [Fact]
    public async Task PastedText_OfAnOutletThatWeKnow_CountsAsItsReport()
    {
        var source = await SourceAsync("Kunar Post", "https://kunar.example/feed");
        var desk = Pipeline.Get<IArticleDesk>();

        await desk.SaveAsync(desk.PreviewText("Bomb in Asadabad", Sample.Bomb("Asadabad"), Day("2026-11-18"), "kunar post", Caller.Local).Preview!, Caller.Local, Stop);

        Assert.Equal(source.Id, Assert.Single(await ArticlesAsync()).SourceId);
    }

    [Fact]
    public async Task Feed_IsSentToTheSourcesPage() =>
        Assert.Equal("This is a feed, not an article: add it on the Sources page.", (await PreviewAsync(Outlet.Serve("/feed", Sample.Rss(("1", "2026-11-17"))).AbsoluteUri)).Error);

    [Fact]
    public async Task PageWithoutArticle_IsRefused() =>
        Assert.Equal("No article could be found on this page: paste its text instead.", (await PreviewAsync(Outlet.Serve("/", "<html><body>Hi</body></html>").AbsoluteUri)).Error);

    [Fact]
    public async Task PrivateAddress_IsRefused() => Assert.Contains("is not a public address", (await PreviewAsync("http://10.0.0.1/")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Too short.")]
    public void ShortText_IsRefused(string text) => Assert.Equal("Paste the article's text: at least 40 characters.", Pipeline.Get<IArticleDesk>().PreviewText(null, text, null, null, Caller.Local).Error);

    private Task<DeskResult> PreviewAsync(string url) => Pipeline.Get<IArticleDesk>().PreviewUrlAsync(url, Caller.Local, Stop);
}
