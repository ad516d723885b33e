using BorderWatch.Extraction;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Store.Articles;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Articles;

/// <summary>An extractor that errs: a value without its words does not enter, and a fault costs its own article and no other.</summary>
public sealed class BadQuoteTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private static readonly RuleExtractor s_rules = new();

    private Func<ExtractionResult, ArticleText, ExtractionResult> _change = (result, _) => result;

    internal override IArticleExtractor Extractor() => new ChangedExtractor((result, article) => _change(result, article));

    [Fact]
    public async Task QuoteThatIsNotInTheText_VoidsItsValueAlone()
    {
        _change = (result, _) => Change(result, e => e.Field == "killed" ? e with { Quote = "forty dead" } : e);
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");

        await TakeAsync(source, "", Bomb("Herat"));

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((null, 9), (incident.Killed.Best, incident.Injured.Best));
        Assert.DoesNotContain(incident.Reports[0].Claims, c => c.Quote == "forty dead");
    }

    [Fact]
    public async Task NoQuoteThatHolds_MeansNoIncident()
    {
        _change = (result, article) => Change(result, e => e with { Start = article.Text.Length, End = article.Text.Length + e.Quote.Length });
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");

        await TakeAsync(source, "", Bomb("Herat"));

        Assert.Empty(await IncidentsAsync());
        Assert.Equal(ArticleOutcome.NoIncident, Assert.Single(await ArticlesAsync()).Outcome);
    }

    [Fact]
    public async Task FaultInTheMiddleOfAnArticle_StoresNothingOfIt_AndThePollGoesOn()
    {
        // The second incident's claim cannot be stored: a zero character, which PostgreSQL does not take.
        _change = (result, article) => article.Text.Contains("Kandahar", StringComparison.Ordinal)
            ? result with { Incidents = [.. result.Incidents, result.Incidents[0] with { Title = "\0" }] }
            : result;
        var feed = Outlet.Serve("/feed", Feed(("1", Bomb("Herat")), ("2", Bomb("Kandahar")), ("3", Bomb("Mazar-e-Sharif"))), "application/rss+xml");
        var source = await SourceAsync("Herat Daily", feed.AbsoluteUri);

        var polled = await PollAsync(source);

        Assert.Equal((3, 2, 2, 1), (polled.Items, polled.NewArticles, polled.NewIncidents, polled.Unreadable));
        Assert.Equal(["Balkh", "Herat"], (await IncidentsAsync()).Select(i => i.Place?.Admin1).Order());
        var failed = Assert.Single(await ArticlesAsync(), a => a.Outcome == ArticleOutcome.Unreadable);
        Assert.Equal("The program failed on this article; the log says why.", failed.OutcomeReason);
        Assert.Empty(failed.Revisions);
    }

    private static string Bomb(string city) =>
        $"Four people were killed and nine wounded when a car bomb exploded outside a bank in the Afghan city of {city} on Thursday, police said. Shops nearby stayed shut for the day and the road was closed.";

    private static string Feed(params (string Id, string Text)[] items) =>
        "<rss version=\"2.0\"><channel><title>Herat Daily</title>"
        + string.Concat(items.Select(i => $"<item><guid isPermaLink=\"false\">{i.Id}</guid><title>Bomb</title><pubDate>Thu, 19 Nov 2026 12:00:00 GMT</pubDate><description>{i.Text}</description></item>"))
        + "</channel></rss>";

    private static ExtractionResult Change(ExtractionResult result, Func<Evidence, Evidence> change) =>
        result with { Incidents = [.. result.Incidents.Select(i => i with { Evidence = [.. i.Evidence.Select(change)] })] };

    private sealed class ChangedExtractor(Func<ExtractionResult, ArticleText, ExtractionResult> change) : IArticleExtractor
    {
        public string Name => "test/1";

        public ExtractionResult Extract(ArticleText article) => change(s_rules.Extract(article), article);
    }
}
