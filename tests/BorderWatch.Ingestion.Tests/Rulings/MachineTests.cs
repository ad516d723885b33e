using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>The machine never undoes what an editor ruled, whatever comes in; it says that something has come.</summary>
public sealed class MachineTests(PostgresFixture postgres) : EditingTest(postgres)
{
    [Fact]
    public async Task NewReport_ThatContradicts_ChallengesTheRuling_AndChangesNothing()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));

        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);

        var after = Assert.Single(await IncidentsAsync());
        Assert.Equal((5, 2, true, false), (after.Killed.Best!.Value, after.ReportCount, after.IsChallenged, after.HasConflict));
        var ruling = (await StandingAsync(incident.Id, ClaimField.Killed))!;
        Assert.Equal((true, (Guid?)after.Reports.Single(r => r.Id != incident.Reports[0].Id).Id), (ruling.IsChallenged, ruling.ChallengedByReportId));
    }

    [Fact]
    public async Task NewReport_OfWhatWasKnown_ChallengesNothing()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));

        await TellAsync("Second", "Bomb in Bannu", "Four policemen died when a roadside bomb hit their van in Bannu in Pakistan on Tuesday, a hospital said.");

        Assert.False((await FindAsync(incident.Id)).IsChallenged);
    }

    [Fact]
    public async Task KeepingAChallengedRuling_SettlesIt()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);

        Done(await Rulings.RuleAgainAsync((await StandingAsync(incident.Id, ClaimField.Killed))!.Id, "the hospital counts the bomber", Boris, Stop));
        await TellAsync("Third", "Bannu bombing", "At least six policemen died in a roadside bomb blast in Bannu in Pakistan on Tuesday, the mayor said.");

        var after = await FindAsync(incident.Id);
        Assert.Equal((5, 3), (after.Killed.Best!.Value, after.ReportCount));
        Assert.Equal("kept the ruling on killed", (await HistoryAsync(incident.Id)).Last(r => r.By == "Boris").Action);
    }

    [Fact]
    public async Task EditedArticle_ExtractedAnew_LeavesTheRuling()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        await CorrectAsync(incident.Id, ClaimField.Place, new ClaimValue.Place("Domel", "Bannu", "Khyber Pakhtunkhwa", "PK", 32.9, 70.7, PlacePrecision.Near, null));

        await TellAsync("First", "Bomb kills nine in Bannu", FourKilled.Replace("four", "nine", StringComparison.Ordinal));

        var after = Assert.Single(await IncidentsAsync());
        Assert.Equal((incident.Id, 5, "Domel", true), (after.Id, after.Killed.Best!.Value, after.Place!.Name, after.IsChallenged));
    }

    [Fact]
    public async Task WithdrawnRuling_GivesTheFieldBackToTheReports()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);

        Done(await Rulings.WithdrawAsync((await StandingAsync(incident.Id, ClaimField.Killed))!.Id, null, Boris, Stop));

        var after = await FindAsync(incident.Id);
        Assert.Equal((new CasualtyCount(4, 6, 6), false), (after.Killed, after.IsChallenged));
    }

    [Fact]
    public async Task ArticleThatReportsItNoMore_IsShownToTheEditor_AndRejectsNothing()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));

        await TellAsync("First", "Correction", "The report of this morning about Bannu was wrong and has been withdrawn. We regret the error and thank the readers who wrote to us.");

        var after = await FindAsync(incident.Id);
        Assert.Equal((IncidentStatus.Unreviewed, 0, 5, true), (after.Status, after.ReportCount, after.Killed.Best!.Value, after.IsChallenged));
    }

    [Fact]
    public async Task ArticleThatReportsItAgain_BringsBackWhatTheMachineRejected()
    {
        var incident = await BombingAsync();
        await TellAsync("First", "Correction", "The report of this morning about Bannu was wrong and has been withdrawn. We regret the error and thank the readers who wrote to us.");
        Assert.Equal(IncidentStatus.Rejected, (await FindAsync(incident.Id)).Status);

        await TellAsync("First", "Bomb kills four in Bannu after all", FourKilled);

        Assert.Equal((incident.Id, IncidentStatus.Unreviewed), ((await IncidentsAsync()).Select(i => (i.Id, i.Status)).Single()));
    }

    [Fact]
    public async Task RejectedIncident_IsNotFoundedAgainByAnotherOutlet()
    {
        var incident = await BombingAsync();
        Done(await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Unreviewed)], IncidentStatus.Rejected, RejectionReason.OutsideRegion, null, Amina, Stop));

        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);

        var after = Assert.Single(await IncidentsAsync());
        Assert.Equal((incident.Id, IncidentStatus.Rejected, 2, false), (after.Id, after.Status, after.ReportCount, after.IsChallenged));
    }

    [Fact]
    public async Task UnverifiedIncident_ThatAnotherOutletReports_IsShownAgain()
    {
        var incident = await BombingAsync();
        Done(await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Unreviewed)], IncidentStatus.Rejected, RejectionReason.Unverified, null, Amina, Stop));

        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);

        Assert.Equal((IncidentStatus.Rejected, true), ((await FindAsync(incident.Id)) is var after ? after.Status : default, after.IsChallenged));
        Done(await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Rejected)], IncidentStatus.Confirmed, null, null, Amina, Stop));
        Assert.False((await FindAsync(incident.Id)).IsChallenged);
    }
}
