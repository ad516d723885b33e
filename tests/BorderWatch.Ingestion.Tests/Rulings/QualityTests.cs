using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>What is counted of editors' work, and that every number has its corrections behind it.</summary>
public sealed class QualityTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private static readonly DateOnly s_long = new(2000, 1, 1);

    private IQualityQuery Quality => Pipeline.Get<IQualityQuery>();

    [Fact]
    public async Task NothingLookedAt_IsNothing()
    {
        await BombingAsync();
        Assert.Equal((0, 0), (await ReadAsync()) is var report ? (report.Incidents, report.Fields.Count) : default);
    }

    [Fact]
    public async Task Confirmed_LeavesEveryFieldThatWasRead_AndUndoneCountsNot()
    {
        var incident = await BombingAsync();
        var confirmed = Done(await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Unreviewed)], IncidentStatus.Confirmed, null, null, Amina, Stop));

        var report = await ReadAsync();

        Assert.Equal(1, report.Incidents);
        Assert.Contains(report.Fields, field => field.Field == ClaimField.Killed);
        Assert.DoesNotContain(report.Fields, field => field.Field == ClaimField.Abducted);
        Assert.All(report.Fields, field => Assert.Equal((1, 1), (field.Of(FieldOutcome.Left), field.Agreement.All)));
        var source = Assert.Single(report.Sources);
        Assert.Equal(("First", new Agreement(report.Fields.Count, report.Fields.Count)), (source.Name, source.Agreement));

        Done(await Undos.UndoAsync(confirmed.EditId, Amina, Stop));
        Assert.Equal(0, (await ReadAsync()).Incidents);
    }

    [Fact]
    public async Task Rulings_AreChosenChangedAddedOrRemoved_AndEachNumberOpensThem()
    {
        var incident = await BombingAsync();
        await TellAsync("Second", "Bomb kills six in Bannu", SixKilled);
        Assert.Single(await IncidentsAsync());
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(6));
        await CorrectAsync(incident.Id, ClaimField.Abducted, Exactly(2));
        await CorrectAsync(incident.Id, ClaimField.Weapon);
        await CorrectAsync(incident.Id, ClaimField.Kind, new ClaimValue.Kind("Battles", "Armed clash"));

        var report = await ReadAsync();

        Assert.Equal(
            [(ClaimField.Kind, FieldOutcome.Changed), (ClaimField.Killed, FieldOutcome.Chosen), (ClaimField.Abducted, FieldOutcome.Added), (ClaimField.Weapon, FieldOutcome.Removed)],
            report.Fields.Select(field => (field.Field, field.Counts.Single(count => count.Value == 1).Key)).ToArray());
        var month = Assert.Single(report.Months);
        Assert.Equal(new Agreement(1, 4), month.Agreement);
        // The first outlet's four is not what was ruled, the second's six is; both had a type and a weapon that were not.
        Assert.Equal([("First", new Agreement(0, 3)), ("Second", new Agreement(1, 3))], report.Sources.OrderBy(source => source.Name).Select(source => (source.Name, source.Agreement)));

        foreach (var field in report.Fields)
        {
            foreach (var outcome in (FieldOutcome[])[FieldOutcome.Changed, FieldOutcome.Added, FieldOutcome.Removed])
                Assert.Equal(field.Of(outcome), (await BehindAsync(new(s_long) { Field = field.Field, Outcome = outcome })).Count);
        }
        Assert.Equal(month.Agreement.Differed, (await BehindAsync(new(s_long) { Month = month.Month })).Count);
        Assert.Empty(await BehindAsync(new(s_long) { Month = month.Month.AddMonths(-1) }));
        foreach (var source in report.Sources) Assert.Equal(source.Agreement.Differed, (await BehindAsync(new(s_long) { SourceId = source.Id })).Count);
        var changed = Assert.Single(await BehindAsync(new(s_long) { Field = ClaimField.Kind }));
        Assert.Equal((incident.Id, "Amina", null), (changed.IncidentId, changed.By, changed.BeforeBy));
        Assert.Equal(new ClaimValue.Kind("Battles", "Armed clash"), Assert.Single(changed.Ruled));
    }

    [Fact]
    public async Task SamePlaceUnderAnotherWriting_AndPeopleInAnotherOrder_AreNoCorrections()
    {
        var incident = await BombingAsync();
        var claims = (await FindAsync(incident.Id)).Reports.SelectMany(report => report.Claims).ToList();
        var place = (ClaimValue.Place)ClaimValue.Parse(claims.First(claim => claim.Field == ClaimField.Place).Value);
        await CorrectAsync(incident.Id, ClaimField.Place, place with { Name = "Bannu city", Admin2 = null, Latitude = null, Longitude = null });
        var actors = claims.Where(claim => claim.Field == ClaimField.Actor).Select(claim => (ClaimValue.Actor)ClaimValue.Parse(claim.Value)).ToList();
        await CorrectAsync(incident.Id, ClaimField.Actor, [.. actors.Select(actor => actor with { Attribution = Store.Actors.Attribution.Claimed }).Reverse()]);

        Assert.All((await ReadAsync()).Fields, field => Assert.Equal((1, 1), (field.Of(FieldOutcome.Chosen), field.Agreement.All)));
    }

    [Fact]
    public async Task SecondEditor_AgreesOrNot_AndOnesOwnSecondThoughtCountsNot()
    {
        var incident = await BombingAsync();
        await RuleAsync(incident.Id, ClaimField.Killed, 5, Amina);
        await RuleAsync(incident.Id, ClaimField.Killed, 7, Boris);
        await RuleAsync(incident.Id, ClaimField.Killed, 8, Boris);
        await RuleAsync(incident.Id, ClaimField.Killed, 8, Amina);
        await RuleAsync(incident.Id, ClaimField.Injured, 3, Amina);

        var pair = Assert.Single((await ReadAsync()).Editors);

        Assert.Equal((ClaimField.Killed, new Agreement(1, 2)), (pair.Field, pair.Agreement));
        var differing = Assert.Single(await BehindAsync(new(s_long) { Field = ClaimField.Killed, BetweenEditors = true }));
        Assert.Equal(("Amina", "Boris", Exactly(5), Exactly(7)), (differing.BeforeBy, differing.By, (ClaimValue.Casualties)differing.Before.Single(), (ClaimValue.Casualties)differing.Ruled.Single()));
    }

    [Fact]
    public async Task Reader_SeesNothingOfIt() => Assert.Contains("rule on incidents", (await Quality.ReadAsync(s_long, Reader, Stop)).Error, StringComparison.Ordinal);

    private async Task RuleAsync(Guid incident, ClaimField field, int people, Caller by) =>
        Done(await Rulings.CorrectAsync(new(incident, field, [Exactly(people)], null, null, (await StandingAsync(incident, field))?.Id), by, Stop));

    private async Task<QualityReport> ReadAsync() => Done(await Quality.ReadAsync(s_long, Amina, Stop));

    private async Task<IReadOnlyList<CorrectedField>> BehindAsync(QualitySlice slice) => Done(await Quality.BehindAsync(slice, 100, Amina, Stop));
}
