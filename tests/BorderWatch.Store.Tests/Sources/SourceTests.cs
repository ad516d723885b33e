using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Sources;

public sealed class SourceTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Theory]
    [InlineData("Steppe Wire", "https://steppe.example/rss", "kz", null)]
    [InlineData("Steppe Wire", "/srv/feeds/steppe.xml", null, null)]
    [InlineData(" ", "https://steppe.example/rss", null, "Give the source a name.")]
    [InlineData("Steppe Wire", "", null, "Give the feed's address.")]
    [InlineData("Steppe Wire", "steppe.example/rss", null, "The address must begin with http:// or https://, or be the full path of a file on the server.")]
    [InlineData("Steppe Wire", "ftp://steppe.example/rss", null, "The address must begin with http:// or https://, or be the full path of a file on the server.")]
    [InlineData("Steppe Wire", "javascript:alert(1)", null, "The address must begin with http:// or https://, or be the full path of a file on the server.")]
    [InlineData("Steppe Wire", "https://steppe.example/rss", "KAZ", "\"KAZ\" is not a country code; use two letters, such as TJ.")]
    [InlineData("Steppe Wire", "https://old.example/rss", null, "That feed is here already, as \"Old Post\".")]
    [InlineData("OLD POST", "https://steppe.example/rss", null, "There is a source named \"Old Post\" already; choose another name.")]
    public async Task AddFeed_AddsOrSaysWhatIsWrong(string name, string address, string? country, string? error)
    {
        await Sources.AddFeedAsync("Old Post", "https://old.example/rss", null, Caller.Local, Cancellation);

        var result = await Sources.AddFeedAsync(name, address, country, Caller.Local, Cancellation);

        Assert.Equal(error, result.Error);
        var listed = await Get<ISourceQuery>().ListAsync(Cancellation);
        Assert.Equal(error is null ? ["Old Post", "Pasted", "Steppe Wire"] : ["Old Post", "Pasted"], listed.Select(view => view.Source.Name));
        if (error is not null) return;
        Assert.Equal(country?.ToUpperInvariant(), listed[^1].Source.CountryCode);
        await using var db = Open();
        Assert.Equal("added", (await db.Revisions.SingleAsync(revision => revision.SubjectId == result.Value, Cancellation)).Action);
    }

    [Fact]
    public async Task AddFeed_TooLong_SaysHowLong()
    {
        Assert.StartsWith("The name is 201 characters", (await Sources.AddFeedAsync(new('x', 201), "https://a.example", null, Caller.Local, Cancellation)).Error);
        Assert.StartsWith("The address is 2022 characters", (await Sources.AddFeedAsync("x", "https://steppe.example" + new string('/', 2000), null, Caller.Local, Cancellation)).Error);
    }

    [Fact]
    public async Task AddFeed_AtOnce_AddsOne()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Sources.AddFeedAsync("Wire", "https://wire.example/rss", null, Caller.Local, Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("That feed is here already, as \"Wire\".", result.Error));
    }

    [Fact]
    public async Task SetEnabled_SwitchesAndWritesOneRevision()
    {
        var source = (await Sources.AddFeedAsync("Wire", "https://wire.example/rss", null, Caller.Local, Cancellation)).Value;

        Assert.True((await Sources.SetEnabledAsync(source, false, Caller.Local, Cancellation)).Succeeded);
        Assert.True((await Sources.SetEnabledAsync(source, false, Caller.Local, Cancellation)).Succeeded);

        await using var db = Open();
        Assert.False((await db.Sources.SingleAsync(s => s.Id == source, Cancellation)).IsEnabled);
        Assert.Single(await db.Revisions.Where(r => r.SubjectId == source && r.Action == "switched off").ToListAsync(Cancellation));
        Assert.Equal("There is no such source any more; reload the page.", (await Sources.SetEnabledAsync(Guid.NewGuid(), true, Caller.Local, Cancellation)).Error);
        Assert.Equal("\"Pasted\" has no feed, so there is nothing to switch on or off.", (await Sources.SetEnabledAsync(Source.PastedId, true, Caller.Local, Cancellation)).Error);
    }

    [Fact]
    public async Task List_CountsArticlesAndIncidentsInOneCommand()
    {
        var story = new Story();
        var (wire, post) = (story.Source("Wire"), story.Source("Post"));
        var incident = story.Incident("Clash");
        story.Report(incident, wire, "One", "One.");
        story.Report(incident, wire, "Two", "Two.");
        story.Report(story.Incident("Bomb"), wire, "Three", "Three.");
        story.Report(incident, post, "Four", "Four.").SupersededAt = DateTimeOffset.UtcNow;
        await TellAsync(story);
        Commands.Reset();

        var listed = await Get<ISourceQuery>().ListAsync(Cancellation);

        Assert.Single(Commands.Sql);
        Assert.Equal([("Pasted", 0, 0), ("Post", 1, 0), ("Wire", 3, 2)], listed.Select(view => (view.Source.Name, view.ArticleCount, view.IncidentCount)));
        Assert.Equal([null, Story.Arrival, Story.Arrival], listed.Select(view => view.LastArticleAt));
    }

    [Fact]
    public async Task Health_CountsWeeksAndReviews()
    {
        var now = DateTimeOffset.UtcNow;
        var story = new Story();
        var wire = story.Source("Wire");
        var (confirmed, rejected, open) = (story.Incident("Clash", status: IncidentStatus.Confirmed), story.Incident("Drill", status: IncidentStatus.Rejected), story.Incident("Bomb"));
        rejected.RejectionReason = RejectionReason.NotSecurity;
        foreach (var incident in (Incident[])[confirmed, confirmed, rejected, open]) story.Report(incident, wire, "A report", "A report.");
        await TellAsync(story);
        await using (var db = Open())
        {
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.FirstSeenAt, now.AddDays(-8)), Cancellation);
            await db.Reports.ExecuteUpdateAsync(set => set.SetProperty(r => r.CreatedAt, now.AddDays(-8)), Cancellation);
            db.Articles.Add(new Article { SourceId = wire.Id, FirstSeenAt = now.AddHours(-1), Outcome = ArticleOutcome.Unreadable, OutcomeReason = "No text." });
            await db.SaveChangesAsync(Cancellation);
        }

        var health = await Get<ISourceQuery>().HealthAsync(wire.Id, Cancellation);

        Assert.Equal([.. Enumerable.Repeat(default(SourceWeek), 6), new SourceWeek(4, 3), new SourceWeek(1, 0)], health!.Weeks);
        Assert.Equal((1, 2), (health.Confirmed, health.Reviewed));
        Assert.Equal(SourceTroubleKind.NotPolled, health.Trouble?.Kind);
        Assert.Equal(["Pasted", "Wire"], (await Get<ISourceQuery>().HealthAsync(Cancellation)).Select(h => h.View.Source.Name));
        Assert.Null(await Get<ISourceQuery>().HealthAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task IntervalAndGrade_AreSetWithTheirRevisions()
    {
        var source = (await Sources.AddFeedAsync("Wire", "https://wire.example/rss", null, Caller.Local, Cancellation)).Value;

        Assert.Equal("Give an interval from 5 minutes to 7 days.", (await Sources.SetPollIntervalAsync(source, TimeSpan.FromMinutes(4), Caller.Local, Cancellation)).Error);
        Assert.Null((await Sources.SetPollIntervalAsync(source, TimeSpan.FromHours(6), Caller.Local, Cancellation)).Error);
        Assert.Null((await Sources.GradeAsync(source, SourceReliability.UsuallyReliable, Caller.Local, Cancellation)).Error);
        Assert.Null((await Sources.GradeAsync(source, SourceReliability.UsuallyReliable, Caller.Local, Cancellation)).Error);

        await using var db = Open();
        var row = await db.Sources.SingleAsync(s => s.Id == source, Cancellation);
        Assert.Equal((TimeSpan.FromHours(6), SourceReliability.UsuallyReliable), (row.PollInterval, row.Reliability));
        Assert.Equal(["added", "graded", "polled at another interval"], await db.Revisions.Where(r => r.SubjectId == source).Select(r => r.Action).OrderBy(a => a).ToListAsync(Cancellation));
    }

    private ISourceCommands Sources => Get<ISourceCommands>();
}
