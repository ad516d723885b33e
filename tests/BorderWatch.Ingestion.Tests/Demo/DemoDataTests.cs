using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>The articles that the project brings, through the whole pipeline.</summary>
public sealed class DemoDataTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task Loading_BringsArticlesOfInventedOutlets_AndTwiceIsOnce()
    {
        var first = await Pipeline.Get<IDemoData>().LoadAsync(Caller.Local, null, Stop);
        var second = await Pipeline.Get<IDemoData>().LoadAsync(Caller.Local, null, Stop);

        Assert.Null(first.Error);
        Assert.InRange(first.NewArticles, 60, 80);
        Assert.Equal(new PollResult(first.Items, 0, 0, 0, 0, null), second);
        await using var db = Pipeline.Open();
        var sources = await db.Sources.Where(s => s.FeedUrl != null).ToListAsync(Stop);
        Assert.Equal(6, sources.Count);
        Assert.All(sources, s => Assert.True(s.IsDemo && s.Name.EndsWith("(demo)", StringComparison.Ordinal)));
        Assert.Equal(4, await db.Regions.CountAsync(Stop));

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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Outlets_InWhateverOrderTheyArrive_TellOfTheSameIncidents(int seed)
    {
        await Pipeline.Get<IDemoData>().LoadAsync(Caller.Local, null, Stop);
        var loaded = await GroupsAsync(Pipeline);

        await using var other = await Pipeline.CreateAsync(Postgres, Stop);
        await LoadAsync(other, seed);

        Assert.Equal(loaded, await GroupsAsync(other));
    }

    // As when the background poller comes first to one outlet and the loader to another.
    private static async Task LoadAsync(Pipeline pipeline, int seed)
    {
        var sources = new List<Guid>();
        await using (var db = pipeline.Open())
        {
            foreach (var outlet in await DemoOutlet.ListAsync(Stop))
            {
                var source = new Source { Name = outlet.Name, Kind = SourceKind.Feed, FeedUrl = outlet.FeedPath, CountryCode = outlet.CountryCode, IsDemo = true, CreatedAt = pipeline.Clock.GetUtcNow() };
                db.Sources.Add(source);
                sources.Add(source.Id);
            }
            await db.SaveChangesAsync(Stop);
        }
        var order = sources.ToArray();
        new Random(seed).Shuffle(order);
        await Task.WhenAll(order.Chunk(3).Select(async part =>
        {
            foreach (var source in part) Assert.Null((await pipeline.Get<IFeedPoller>().PollAsync(source, Caller.Local, null, Stop)).Error);
        }));
    }

    // Each incident as its reports, by the titles of their articles.
    private static async Task<string> GroupsAsync(Pipeline pipeline)
    {
        await using var db = pipeline.Open();
        var reports = await db.Reports.Where(r => r.SupersededAt == null)
            .Join(db.ArticleRevisions, r => r.ArticleRevisionId, v => v.Id, (r, v) => new { r.IncidentId, Name = v.Title + " #" + r.Ordinal }).ToListAsync(Stop);
        return string.Join('\n', reports.GroupBy(r => r.IncidentId).Select(g => string.Join(" + ", g.Select(r => r.Name).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }
}
