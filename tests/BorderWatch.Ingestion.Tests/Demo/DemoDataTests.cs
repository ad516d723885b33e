using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Articles;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>The articles that the project brings, through the whole pipeline.</summary>
public sealed class DemoDataTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task Loading_BringsArticlesOfInventedOutlets_AndTwiceIsOnce()
    {
        var first = await Pipeline.Get<IDemoData>().LoadAsync(null, Stop);
        var second = await Pipeline.Get<IDemoData>().LoadAsync(null, Stop);

        Assert.Null(first.Error);
        Assert.InRange(first.NewArticles, 60, 80);
        Assert.Equal(new PollResult(first.Items, 0, 0, 0, 0, null), second);
        await using var db = Pipeline.Open();
        var sources = await db.Sources.Where(s => s.FeedUrl != null).ToListAsync(Stop);
        Assert.Equal(6, sources.Count);
        Assert.All(sources, s => Assert.True(s.IsDemo && s.Name.EndsWith("(demo)", StringComparison.Ordinal)));
        Assert.Equal(3, await db.Regions.CountAsync(Stop));

        var incidents = await IncidentsAsync();
        Assert.InRange(incidents.Count, 30, 65);
        Assert.All(incidents, i => Assert.True(i.IsDemo));
        Assert.InRange(incidents.Count(i => i.SourceCount > 1), 5, incidents.Count);
        Assert.Contains(incidents, i => i.HasConflict);
        var articles = await ArticlesAsync();
        Assert.InRange(articles.Count(a => a.Outcome == ArticleOutcome.NoIncident), 5, 20);
        Assert.DoesNotContain(articles, a => a.Outcome is ArticleOutcome.Unreadable or ArticleOutcome.OtherLanguage);
        Assert.Empty(Outlet.Requests);
    }
}
