using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Briefs;

public sealed class BriefTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly BriefText s_text = new("Panj in June", "Quiet.\r\n\r\nMostly.", "");

    private static readonly Caller s_reader = new(null, "Reader", new HashSet<Permission> { Permission.Read });

    private IBriefCommands Briefs => Get<IBriefCommands>();

    private IBriefQuery Query => Get<IBriefQuery>();

    [Fact]
    public async Task Compose_KeepsTheFiguresOfTheMoment()
    {
        var (region, incident) = await TellAsync();

        var made = await ComposeAsync(region);
        await ChangeAsync(incident, i => (i.Killed, i.Status) = (new CasualtyCount(4, 4, 4), IncidentStatus.Confirmed));

        var brief = (await Query.ReadAsync(made, null, Cancellation))!;
        Assert.Equal((BriefStatus.Draft, 1, 1, "Khatlon, 1 Jun to 30 Jun 2026"), (brief.Status, brief.Number, brief.Newest, brief.Text.Title));
        Assert.Equal((2, new CasualtyCount(3, 3, 3)), (brief.Content.Now.Incidents, brief.Content.Now.Killed));
        Assert.Equal(double.PositiveInfinity, brief.Content.Change.RatioHigh);
        var told = brief.Content.Incidents[0];
        Assert.Equal((incident, "Three killed", "Panj, Khatlon, Tajikistan"), (told.Id, told.Title, told.Place));
        Assert.Equal(["Panj Post", "Steppe Wire"], told.Sources);
        Assert.Equal([("killed", "3", "4"), ("status", "unreviewed", "confirmed")], brief.Since.Select(change => (change.Field, change.From, change.To)));
    }

    [Fact]
    public async Task Since_TellsOfIncidentsThatCameAndWent()
    {
        var (region, incident) = await TellAsync();
        var made = await ComposeAsync(region);

        await ChangeAsync(incident, i => i.Status = IncidentStatus.Rejected);

        var brief = (await Query.ReadAsync(made, null, Cancellation))!;
        Assert.Contains(brief.Since, change => (change.IncidentId, change.From, change.To) == (null, "2", "1"));
        Assert.Contains(brief.Since, change => (change.IncidentId, change.Field, change.To) == (incident, "status", "rejected"));
    }

    [Fact]
    public async Task Save_MakesAVersionAndADraftAgain_TheOldOneStaysAsItWas()
    {
        var (region, incident) = await TellAsync();
        var made = await ComposeAsync(region);
        Assert.True((await Briefs.ApproveAsync(made, 1, Caller.Local, Cancellation)).Succeeded);
        await ChangeAsync(incident, i => i.Killed = new CasualtyCount(5, 5, 5));

        var saved = await Briefs.SaveAsync(made, 1, s_text, true, Caller.Local, Cancellation);

        Assert.Equal((2, null), (saved.Value, saved.Error));
        var (old, now) = ((await Query.ReadAsync(made, 1, Cancellation))!, (await Query.ReadAsync(made, null, Cancellation))!);
        Assert.Equal((BriefStatus.Draft, "", 3), (old.Status, old.Text.Assessment, old.Content.Now.Killed.Best));
        Assert.Equal((BriefStatus.Draft, "Quiet.\n\nMostly.", 5), (now.Status, now.Text.Assessment, now.Content.Now.Killed.Best));
        Assert.Equal(("Panj in June", 2), ((await Query.ListAsync(Cancellation))[0].Title, (await Query.ListAsync(Cancellation))[0].Versions));
        await using var db = Open();
        Assert.Equal(["made", "approved", "saved, figures counted anew"], await db.Revisions.Where(r => r.SubjectId == made).OrderBy(r => r.Id).Select(r => r.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task TwoWriters_OneSaves_TheOtherIsTold()
    {
        var made = await ComposeAsync((await TellAsync()).Region);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Briefs.SaveAsync(made, 1, s_text with { Title = $"By {n}" }, false, Caller.Local, Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(
            "local user has saved version 2 meanwhile. Copy what you wrote, open that version, and put it in there; nothing was changed.", result.Error));
        Assert.Equal(2, (await Query.ReadAsync(made, null, Cancellation))!.Newest);
        Assert.StartsWith("local user has saved version 2", (await Briefs.ApproveAsync(made, 1, Caller.Local, Cancellation)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNot_IsRefusedWithASentence()
    {
        var (region, _) = await TellAsync();
        var made = await ComposeAsync(region);

        var errors = new[]
        {
            (await Briefs.ComposeAsync(region, new(2026, 6, 1), new(2026, 6, 30), s_reader, Cancellation)).Error,
            (await Briefs.SaveAsync(made, 1, s_text, false, s_reader, Cancellation)).Error,
            (await Briefs.ApproveAsync(made, 1, s_reader, Cancellation)).Error,
        };

        Assert.All(errors, error => Assert.Equal("Reader may not do this: it needs the permission “manage regions”. Ask an administrator for it.", error));
        Assert.Equal((1, BriefStatus.Draft), ((await Query.ReadAsync(made, null, Cancellation))!.Newest, (await Query.ReadAsync(made, null, Cancellation))!.Status));
    }

    [Fact]
    public async Task Nonsense_IsRefusedWithASentence()
    {
        var (region, _) = await TellAsync();
        var made = await ComposeAsync(region);

        Assert.Equal("There is no such region any more.", (await Briefs.ComposeAsync(Guid.NewGuid(), new(2026, 6, 1), new(2026, 6, 30), Caller.Local, Cancellation)).Error);
        Assert.Equal("The first day lies after the last; turn them round.", (await Briefs.ComposeAsync(region, new(2026, 7, 1), new(2026, 6, 30), Caller.Local, Cancellation)).Error);
        Assert.Equal("Give the brief a title.", (await Briefs.SaveAsync(made, 1, s_text with { Title = " \0 " }, false, Caller.Local, Cancellation)).Error);
        Assert.Contains("longer than 20,000 characters", (await Briefs.SaveAsync(made, 1, s_text with { Outlook = new string('x', 20_001) }, false, Caller.Local, Cancellation)).Error, StringComparison.Ordinal);
        Assert.Equal("There is no such brief any more.", (await Briefs.ApproveAsync(Guid.NewGuid(), 1, Caller.Local, Cancellation)).Error);
        Assert.Null(await Query.ReadAsync(made, 2, Cancellation));
        Assert.Null(await Query.ReadAsync(Guid.NewGuid(), null, Cancellation));
    }

    private async Task<(Guid Region, Guid Incident)> TellAsync()
    {
        var story = new Story();
        var panj = story.Place("Panj", "Khatlon", "TJ");
        var grave = story.Incident("Three killed", "2026-06-10", place: panj, killed: new CasualtyCount(3, 3, 3));
        story.Report(grave, story.Source("Steppe Wire"), "Three killed", "Three were killed.");
        story.Report(grave, story.Source("Panj Post"), "Three killed near Panj", "Three were killed near Panj.");
        story.Report(story.Incident("A rally", "2026-06-20", "Protests", panj), story.Source("Panj Post"), "A rally", "A rally was held.");
        story.Incident("Outside the period", "2026-08-01", place: panj);
        await using (var db = Open()) await story.TellAsync(db, Cancellation);
        var region = await Get<IRegionCommands>().CreateAsync("Khatlon", [new RegionPart.Area("TJ", "Khatlon")], Caller.Local, Cancellation);
        return (region.Value, grave.Id);
    }

    private async Task<Guid> ComposeAsync(Guid region)
    {
        var made = await Briefs.ComposeAsync(region, new(2026, 6, 1), new(2026, 6, 30), Caller.Local, Cancellation);
        Assert.Null(made.Error);
        return made.Value;
    }

    private async Task ChangeAsync(Guid id, Action<Incident> change)
    {
        await using var db = Open();
        change(await db.Incidents.SingleAsync(i => i.Id == id, Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }
}
