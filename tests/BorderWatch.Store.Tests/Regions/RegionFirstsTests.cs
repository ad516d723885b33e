using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Regions;

public sealed class RegionFirstsTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Firsts_AreWhatNoEarlierIncidentOfTheRegionHad()
    {
        var story = new Story();
        var (khatlon, pamir, herat) = (story.Place("Panj", "Khatlon", "TJ"), story.Place("Khorugh", "Gorno-Badakhshan", "TJ"), story.Place("Herat", "Herat", "AF"));
        var (known, fresh, elsewhere, nameless) = (story.Actor("Known Front", ActorKind.Rebel), story.Actor("New Front", ActorKind.Rebel), story.Actor("Herat Front", ActorKind.Rebel), story.Actor("gunmen"));
        Tell("2026-03-01", khatlon, "rifle", known);
        Tell("2026-03-02", herat, "drone", elsewhere);
        Tell("2026-06-01", khatlon, "rifle", known, fresh, nameless);
        Tell("2026-06-02", pamir, "drone", elsewhere, fresh);
        story.Report(story.Incident("Told", "2026-06-03", place: khatlon), story.Source("Panj Post"), "Told", "Told.");
        await using (var db = Open()) await story.TellAsync(db, Cancellation);
        var region = await Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Cancellation);

        var summary = await Get<IRegionQuery>().SummariseAsync(region.Value, new(2026, 6, 1), new(2026, 6, 30), Cancellation);

        var firsts = summary!.Firsts;
        Assert.Equal(new DateOnly(2026, 3, 1), firsts.KnownSince);
        Assert.Equal([("New Front", 2), ("Herat Front", 1)], firsts.Actors.Select(actor => (actor.Name, actor.Count)));
        Assert.Equal([new NamedCount("drone", 1)], firsts.Weapons);
        Assert.Equal([new AreaCount("TJ", "Gorno-Badakhshan", 1)], firsts.Areas);
        // The one outlet's article is of November.
        Assert.Equal((1, 0), (summary.Coverage.Outlets, summary.Coverage.SpokeNow));
        Assert.Empty(summary.Coverage.Failing);

        void Tell(string day, Store.Places.Place place, string weapon, params Actor[] actors)
        {
            var incident = story.Incident($"{day} {weapon}", day, place: place);
            incident.Weapon = weapon;
            foreach (var actor in actors) story.Part(incident, actor, ActorRole.Perpetrator);
        }
    }
}
