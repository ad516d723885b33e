using BorderWatch.Extraction.Actors;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Tests.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Testing;
using ActorKind = BorderWatch.Store.Actors.ActorKind;
using ActorRole = BorderWatch.Store.Actors.ActorRole;

namespace BorderWatch.Ingestion.Tests.Learning;

/// <summary>Outlets tell of a "Pamir Liberation Front", and editors rule again and again who that is.</summary>
public sealed class ActorLearningTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const string Front = "Pamir Liberation Front";
    private const string Meant = "Jamaat of the Upper Valley";

    [Fact]
    public async Task Corrections_TeachAName_WhichHasASayOnceItIsSwitchedOn()
    {
        var taught = await TeachAsync(0, 3, Meant);
        await LearnAsync();

        var row = await AliasAsync();
        Assert.Equal(("en", Front, Meant, 3, 1), (row.Language, row.Subject, ((ClaimValue.Actor)row.Value!).Name, row.Learnt, row.Editors));
        Assert.Equal((new CrossValidation(3, 0, 3, 0, 3), null), (row.Figures, row.Lacks));
        Assert.Equal(taught.Order(), row.Evidence.Select(e => e.IncidentId).Order());
        Assert.All(row.Evidence, e => Assert.Equal(("Amina", false, true), (e.RuledBy, e.RulesRight, e.LearntRight)));

        // One source is judged as it is among all.
        var query = Pipeline.Get<ILearningQuery>();
        var standing = Assert.Single(Done(await query.ReadAsync(new(2000, 1, 1), Amina, Stop)).Sources);
        var alone = Done(await query.StandingAsync(standing.Id, new(2000, 1, 1), Amina, Stop));
        Assert.Equal((standing.Name, standing.All), (alone.Name, alone.All));
        Assert.Null((await query.StandingAsync(Guid.NewGuid(), new(2000, 1, 1), Amina, Stop)).Value);

        // Nothing has a say before somebody says so.
        Assert.Equal((Front, "rules/1"), (await ReadAsync(4)) is var before ? (before.Name, before.Extractor) : default);
        await SwitchAsync(row.Id, true);
        var read = await ReadAsync(5);
        Assert.Equal((Meant, "rules/1+learnt"), (read.Name, read.Extractor));
        Assert.Contains(Front, read.Quote, StringComparison.Ordinal);
        // A preview reads as the pipeline does, and says so.
        var desk = Pipeline.Get<IArticleDesk>();
        var rules = desk.PreviewText(null, $"The {Front} shot dead two policemen in Bannu in Pakistan on Sunday, officials said.", null, null, Amina).Preview!;
        var preview = (await desk.ReadAsLearntAsync(rules, Amina, Stop)).Preview!;
        Assert.Equal((false, true), (rules.HasLearnt, preview.HasLearnt));
        Assert.Contains(rules.Result.Incidents[0].Actors, actor => actor.Name == Front);
        Assert.Equal([.. rules.Result.Incidents[0].Actors.Select(actor => actor.Name == Front ? Meant : actor.Name).Order()], preview.Result.Incidents[0].Actors.Select(actor => actor.Name).Order());

        // The name is read no more where it is on: what taught it teaches it still.
        await Pipeline.Get<IReprocessing>().ApplyAsync(default, Amina, null, Stop);
        await LearnAsync();
        Assert.True((await AliasAsync()).IsOn);

        await SwitchAsync((await AliasAsync()).Id, false);
        Assert.Equal(Front, (await ReadAsync(6)).Name);
        await Pipeline.Get<IReprocessing>().ApplyAsync(default, Amina, null, Stop);
        Assert.Equal(Front, await PerpetratorAsync(read.Incident));
        foreach (var id in taught) Assert.Equal(Meant, await PerpetratorAsync(id)); // What was ruled stays.
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task NameThatEditorsGaveToSeveral_IsShown_AndCannotBeSwitchedOn()
    {
        await TeachAsync(0, 4, Meant);
        await TeachAsync(4, 1, "Brigade of the Lower Valley");
        await LearnAsync();

        var row = await AliasAsync();

        Assert.Equal($"Editors gave this name to several: Brigade of the Lower Valley, {Meant}.", row.Lacks);
        Assert.Equal($"It cannot be switched on. {row.Lacks}", (await Pipeline.Get<ILearningCommands>().SwitchAsync(row.Id, true, Amina, Stop)).Error);
        Assert.False((await AliasAsync()).IsOn);
    }

    [Theory]
    [InlineData("Tehrik-i-Taliban Pakistan", true)]
    [InlineData(Front, false)]
    [InlineData("", false)]
    public void Lexicon_KnowsWholeNames(string name, bool isKnown) => Assert.Equal(isKnown, KnownActors.Has(name));

    private async Task<List<Guid>> TeachAsync(int from, int times, string meant)
    {
        var taught = new List<Guid>();
        for (var n = from; n < from + times; n++)
        {
            var read = await ReadAsync(n);
            Assert.Equal(Front, read.Name);
            var incident = await FindAsync(read.Incident);
            await CorrectAsync(read.Incident, ClaimField.Actor,
            [
                .. incident.Actors.Where(part => part.Actor.Name != Front).Select(part => new ClaimValue.Actor(part.Actor.Name, part.Role, part.Attribution, part.Actor.Kind, part.Actor.CountryCode)),
                new ClaimValue.Actor(meant, ActorRole.Perpetrator, Store.Actors.Attribution.Confirmed, ActorKind.Rebel, "TJ"),
            ]);
            taught.Add(read.Incident);
        }
        return taught;
    }

    /// <summary>An article of its own day, and whom its perpetrator was read to be.</summary>
    private async Task<(string Name, string Extractor, string Quote, Guid Incident)> ReadAsync(int number)
    {
        var published = new DateOnly(2026, 1, 5).AddDays(10 * number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var taken = await TellAsync("Morning Wire", "", $"The {Front} shot dead {number + 2} policemen in Bannu in Pakistan on Sunday, officials said.", published, $"wire-{number}");
        var incident = await FindAsync(Assert.Single(taken.Incidents));
        var claim = Assert.Single(incident.Reports).Claims.First(c => c.Field == ClaimField.Actor && ((ClaimValue.Actor)ClaimValue.Parse(c.Value)).Role == ActorRole.Perpetrator);
        return (((ClaimValue.Actor)ClaimValue.Parse(claim.Value)).Name, claim.Extractor, claim.Quote, incident.Id);
    }

    private async Task<string> PerpetratorAsync(Guid incident) => Assert.Single((await FindAsync(incident)).Actors, part => part.Role == ActorRole.Perpetrator).Actor.Name;

    private async Task LearnAsync() => Done(await Pipeline.Get<ILearningWork>().LearnAsync(Caller.Program, Stop));

    private async Task<LearntRow> AliasAsync() => Assert.Single(Done(await Pipeline.Get<ILearningQuery>().ReadAsync(new(2000, 1, 1), Amina, Stop)).Things, thing => thing.Kind == LearntKind.ActorAlias);

    private async Task SwitchAsync(Guid thing, bool on) => Assert.Null((await Pipeline.Get<ILearningCommands>().SwitchAsync(thing, on, Amina, Stop)).Error);
}
