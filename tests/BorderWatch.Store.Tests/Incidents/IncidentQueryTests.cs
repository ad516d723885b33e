using BorderWatch.Store.Actors;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tags;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Incidents;

public sealed class IncidentQueryTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly ClaimValue[] Values =
    [
        new ClaimValue.Kind("Battles", "Armed clash"),
        new ClaimValue.Occurred(new(2026, 11, 1), null, TimePrecision.Week),
        new ClaimValue.Place("Khorugh", null, "Gorno-Badakhshan", "TJ", 37.49, 71.55, PlacePrecision.Near, 1221328),
        new ClaimValue.Actor("Border Guards", ActorRole.Target, Attribution.Suspected, ActorKind.State, "TJ"),
        new ClaimValue.Casualties(3, null, null),
        new ClaimValue.Text("roadside bomb"),
    ];

    [Fact]
    public async Task ClaimValues_ComeBackAsTheyWere()
    {
        var story = new Story();
        var incident = story.Incident("Clash");
        var report = story.Report(incident, story.Source("Wire"), "Title", "Body");
        for (var n = 0; n < Values.Length; n++) report.Claims.Add(Story.Claim(report, ClaimField.Kind, Values[n], "Body", n));
        await TellAsync(story);

        var detail = await Get<IIncidentQuery>().FindAsync(incident.Id, Cancellation);

        Assert.Equal(Values, detail!.Reports.Single().Claims.Select(claim => claim.Value));
    }

    [Fact]
    public async Task Find_GivesEverythingInOrder()
    {
        var story = new Story();
        var incident = story.Incident("Clash", place: story.Place("Osh", "Osh", "KG"));
        story.Part(incident, story.Actor("Zulu"), ActorRole.Perpetrator);
        story.Part(incident, story.Actor("Alpha"), ActorRole.Target);
        incident.Tags.Add(new Tag { Name = "water" });
        var report = story.Report(incident, story.Source("Wire", isDemo: true), "A clash", "Two died. A clash.");
        report.Claims.Add(Story.Claim(report, ClaimField.Kind, new ClaimValue.Kind("Battles", "Armed clash"), "A clash", 10));
        report.Claims.Add(Story.Claim(report, ClaimField.Killed, new ClaimValue.Casualties(2, 2, 2), "Two died", 0));
        report.Claims.Add(Story.Claim(report, ClaimField.Kind, new ClaimValue.Kind("Battles", "Armed clash"), "A clash", 0, inTitle: true));
        story.Report(incident, story.Source("Post"), "Old", "Old.").SupersededAt = Story.Arrival;
        await TellAsync(story);
        await using (var db = Open())
        {
            db.AddRange(Revision(incident.Id, "joined", Story.Arrival.AddMinutes(1)), Revision(incident.Id, "created", Story.Arrival));
            await db.SaveChangesAsync(Cancellation);
        }
        Commands.Reset();

        var detail = await Get<IIncidentQuery>().FindAsync(incident.Id, Cancellation);

        Assert.Equal(7, Commands.Sql.Count);
        Assert.Equal("Osh", detail!.Incident.Place!.Name);
        Assert.Equal([("Zulu", ActorRole.Perpetrator), ("Alpha", ActorRole.Target)], detail.Actors.Select(actor => (actor.Name, actor.Role)));
        Assert.Equal(["water"], detail.Tags);
        Assert.Equal(["joined", "created"], detail.History.Select(revision => revision.Action));
        var view = Assert.Single(detail.Reports);
        Assert.Equal(("Wire", true, "A clash"), (view.SourceName, view.SourceIsDemo, view.Title));
        Assert.Equal([(true, 0), (false, 0), (false, 10)], view.Claims.Select(claim => (claim.InTitle, claim.QuoteStart)));
    }

    [Fact]
    public async Task Find_Unknown_IsNull() => Assert.Null(await Get<IIncidentQuery>().FindAsync(Guid.NewGuid(), Cancellation));

    private static Revision Revision(Guid incident, string action, DateTimeOffset at) =>
        new() { SubjectType = "incident", SubjectId = incident, At = at, By = "pipeline", Action = action, Changes = "{}" };
}
