using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Tests.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Claims;

public sealed class TargetKindUpkeepTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const string Miners = "Gunmen killed five Chinese miners at a gold mine in Bannu in Pakistan on Tuesday, police said.";

    [Fact]
    public async Task AnArticle_TellsWhatKindOfTargetWasHit()
    {
        await TellAsync("Indus Wire", "Five Chinese miners killed in Bannu", Miners);

        Assert.Equal(1, await CountAsync(TargetKind.Mining));
        Assert.Equal(1, await CountAsync(TargetKind.ForeignNationals));
        Assert.Equal(0, await CountAsync(TargetKind.Health));
    }

    [Fact]
    public async Task ReadAgain_CountsActorsOfEarlierVersions_AndTheSumsFollow()
    {
        await Pipeline.Get<IRegionCommands>().CreateAsync("Pakistan", [new RegionPart.Area("PK")], Caller.Local, Stop);
        await TellAsync("Indus Wire", "Five Chinese miners killed in Bannu", Miners);
        await using (var db = Pipeline.Open()) await db.Database.ExecuteSqlAsync($"UPDATE actors SET target_kinds = ARRAY['Religion']", Stop);
        Assert.Equal((0, 1), (await CountAsync(TargetKind.Mining), await CountAsync(TargetKind.Religion)));

        Assert.NotEqual(0, await Pipeline.Get<TargetKindUpkeep>().ReadAgainAsync(Stop));

        Assert.Equal((1, 0), (await CountAsync(TargetKind.Mining), await CountAsync(TargetKind.Religion)));
        Assert.Equal(0, await Pipeline.Get<ITallies>().CheckAsync(Stop));
        Assert.Equal(0, await Pipeline.Get<TargetKindUpkeep>().ReadAgainAsync(Stop));
    }

    [Fact]
    public async Task AnEditorsTarget_IsReadAsAnArticlesIs()
    {
        await TellAsync("Indus Wire", "Bomb in Bannu", FourKilled);
        await using var db = Pipeline.Open();
        var incident = await db.Incidents.Select(i => i.Id).SingleAsync(Stop);

        await Rulings.CorrectAsync(new(incident, ClaimField.Actor, [new ClaimValue.Actor("polio vaccinators", ActorRole.Target, Attribution.Confirmed, ActorKind.Civilian, null)], null, null, null), Amina, Stop);

        Assert.Equal(1, await CountAsync(TargetKind.Health));
    }

    private Task<int> CountAsync(TargetKind kind) => Pipeline.Get<ITimelineQuery>().CountAsync(new() { TargetKinds = [kind] }, Stop);
}
