using BorderWatch.Store.Articles;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Articles;

/// <summary>Articles and their way, as pages read them.</summary>
public sealed class ArticleQueryTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task List_PagesEachChoiceWithoutGapOrDouble()
    {
        var story = new Story();
        var wire = story.Source("Wire");
        story.Report(story.Incident("Clash"), wire, "Clash in Khost", "Clash.");
        await TellAsync(story);
        await using (var db = Open())
        {
            // Many arrive at one moment: a page must not lose some of them.
            db.Articles.AddRange(Enumerable.Range(0, IArticleQuery.PageSize + 10).Select(n => new Article { SourceId = wire.Id, FeedItemId = $"{n}", FirstSeenAt = Story.Arrival, Outcome = ArticleOutcome.Unreadable, OutcomeReason = "No text." }));
            db.Articles.Add(new Article { SourceId = wire.Id, FeedItemId = "teaser", FirstSeenAt = Story.Arrival, Outcome = ArticleOutcome.NoIncident, TextNote = "Only the teaser." });
            await db.SaveChangesAsync(Cancellation);
        }

        var first = await Query.ListAsync(wire.Id, ArticleChoice.Failed, null, Cancellation);
        var second = await Query.ListAsync(wire.Id, ArticleChoice.Failed, first[^1], Cancellation);

        Assert.Equal((IArticleQuery.PageSize, 11), (first.Count, second.Count));
        Assert.Equal(IArticleQuery.PageSize + 11, first.Concat(second).Select(line => line.Article.Id).Distinct().Count());
        Assert.Equal(("Clash in Khost", 1), Assert.Single(await Query.ListAsync(wire.Id, ArticleChoice.Incidents, null, Cancellation)) is { } line ? (line.Title, line.Incidents) : default);
        var counts = await Query.CountAsync(wire.Id, Cancellation);
        Assert.Equal([(ArticleChoice.All, 62), (ArticleChoice.Incidents, 1), (ArticleChoice.Nothing, 1), (ArticleChoice.Failed, 61)], counts.OrderBy(c => c.Key).Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public async Task Find_ShowsRevisionsAndStandingReports()
    {
        var story = new Story();
        var wire = story.Source("Wire");
        var incident = story.Incident("Clash");
        var (standing, old) = (story.Report(incident, wire, "Clash in Khost", "Clash."), story.Report(incident, wire, "Other", "Other."));
        old.SupersededAt = Story.Arrival;
        await TellAsync(story);

        var found = await Query.FindAsync(standing.ArticleId, Cancellation);
        var left = await Query.FindAsync(old.ArticleId, Cancellation);

        Assert.Equal(("Wire", "Clash in Khost", 0), (found!.Source.Name, Assert.Single(found.Article.Revisions).Title, found.SupersededReports));
        Assert.Equal((incident.Id, standing.ArticleRevisionId), Assert.Single(found.Reports) is { } report ? (report.IncidentId, report.RevisionId) : default);
        Assert.Equal((0, 1), (left!.Reports.Count, left.SupersededReports));
        Assert.Null(await Query.FindAsync(Guid.NewGuid(), Cancellation));
    }

    private IArticleQuery Query => Get<IArticleQuery>();
}
