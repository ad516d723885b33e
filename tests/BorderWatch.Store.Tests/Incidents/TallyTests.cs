using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Incidents;

public sealed class TallyTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Save_CountsReportsAndSources()
    {
        var story = new Story();
        var incident = story.Incident("Clash", place: story.Place("Osh", "Osh", "KG"));
        story.Report(incident, story.Source("Wire", isDemo: true), "One", "One.");
        await using var db = Open();
        await story.TellAsync(db, Cancellation);

        var found = await db.Incidents.SingleAsync(Cancellation);
        Assert.Equal((1, 1, true, "KG", "Osh"), (found.ReportCount, found.SourceCount, found.IsDemo, found.CountryCode, found.Admin1));

        story.Report(incident, story.Source("Wire"), "Two", "Two.");
        story.Report(incident, story.Source("Post"), "Three", "Three.").SupersededAt = Story.Arrival;
        await story.TellAsync(db, Cancellation);
        found = await db.Incidents.SingleAsync(Cancellation);
        Assert.Equal((2, 1, true), (found.ReportCount, found.SourceCount, found.IsDemo));

        story.Report(incident, story.Source("Post"), "Four", "Four.");
        await story.TellAsync(db, Cancellation);
        found = await db.Incidents.SingleAsync(Cancellation);
        Assert.Equal((3, 2, false), (found.ReportCount, found.SourceCount, found.IsDemo));
    }

    [Fact]
    public async Task MovedReport_LeavesOneAndJoinsAnother()
    {
        var story = new Story();
        var (one, other) = (story.Incident("One"), story.Incident("Other"));
        story.Report(one, story.Source("Wire"), "One", "One.");
        await TellAsync(story);

        await using (var db = Open())
        {
            (await db.Reports.SingleAsync(Cancellation)).IncidentId = other.Id;
            await db.SaveChangesAsync(Cancellation);
        }

        await using var after = Open();
        Assert.Equal(0, (await after.Incidents.SingleAsync(i => i.Id == one.Id, Cancellation)).ReportCount);
        Assert.Equal(1, (await after.Incidents.SingleAsync(i => i.Id == other.Id, Cancellation)).ReportCount);
    }

    [Fact]
    public async Task TrackedIncident_CanBeSavedAgainAfterTheTally()
    {
        var story = new Story();
        var incident = story.Incident("First");
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        db.Add(incident);
        await db.SaveChangesAsync(Cancellation);
        foreach (var title in new[] { "Second", "Third" })
        {
            incident.Title = title;
            await db.SaveChangesAsync(Cancellation);
        }
        await transaction.CommitAsync(Cancellation);
        incident.Title = "Fourth";
        await db.SaveChangesAsync(Cancellation);

        Assert.Single((await Get<ITimelineQuery>().PageAsync(new() { Text = "fourth" }, null, 5, Cancellation)).Rows);
        Assert.Empty((await Get<ITimelineQuery>().PageAsync(new() { Text = "first" }, null, 5, Cancellation)).Rows);
    }

    [Fact]
    public async Task TwoEditors_TheSecondIsTold()
    {
        var story = new Story();
        var incident = story.Incident("Clash");
        await TellAsync(story);
        await using var one = Open();
        await using var other = Open();
        (await one.Incidents.SingleAsync(i => i.Id == incident.Id, Cancellation)).Title = "By one";
        (await other.Incidents.SingleAsync(i => i.Id == incident.Id, Cancellation)).Title = "By the other";

        await one.SaveChangesAsync(Cancellation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task RefusedSave_LeavesNothing()
    {
        var story = new Story();
        var incident = story.Incident("Clash");
        story.Part(incident, story.Actor("Guards"), ActorRole.Target);
        story.Incident("Impossible", type: "Weather");

        await Assert.ThrowsAsync<DbUpdateException>(() => TellAsync(story));

        await using var db = Open();
        Assert.Equal((0, 0), (await db.Incidents.CountAsync(Cancellation), await db.Actors.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Refresh_TakesAnActorsNewNameIntoTheSearch()
    {
        var story = new Story();
        var incident = story.Incident("Clash");
        story.Part(incident, story.Actor("Old Guard"), ActorRole.Perpetrator);
        await TellAsync(story);
        await using var db = Open();
        await db.Actors.ExecuteUpdateAsync(set => set.SetProperty(actor => actor.Name, "New Watch"), Cancellation);

        await Store.Incidents.IncidentTally.RefreshAsync(db, [incident.Id], Cancellation);

        Assert.Equal(1, await Get<ITimelineQuery>().CountAsync(new() { Text = "watch" }, Cancellation));
    }
}
