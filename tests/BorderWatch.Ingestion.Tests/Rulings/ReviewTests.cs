using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Confirm, reject, reopen, tag: one or many, and back.</summary>
public sealed class ReviewTests(PostgresFixture postgres) : EditingTest(postgres)
{
    [Fact]
    public async Task ConfirmedRejectedReopened_EachInTheHistory()
    {
        var incident = await BombingAsync();

        Done(await ReviewAsync(incident, IncidentStatus.Unreviewed, IncidentStatus.Confirmed));
        Done(await ReviewAsync(incident, IncidentStatus.Confirmed, IncidentStatus.Rejected, RejectionReason.NotSecurity, "an exercise"));
        Assert.Equal((IncidentStatus.Rejected, RejectionReason.NotSecurity), ((await FindAsync(incident.Id)) is var rejected ? rejected.Status : default, rejected.RejectionReason!.Value));
        Done(await ReviewAsync(incident, IncidentStatus.Rejected, IncidentStatus.Unreviewed));

        Assert.Equal((IncidentStatus.Unreviewed, null), ((await FindAsync(incident.Id)) is var reopened ? reopened.Status : default, reopened.RejectionReason));
        Assert.Equal([("confirmed", null), ("rejected: not a security incident", "an exercise"), ("reopened", null)], (await HistoryAsync(incident.Id))[^3..].Select(r => (r.Action, r.Reason)));
    }

    [Fact]
    public async Task StatusThatSomebodyElseChanged_IsNotOverwritten()
    {
        var incident = await BombingAsync();
        Done(await ReviewAsync(incident, IncidentStatus.Unreviewed, IncidentStatus.Rejected, RejectionReason.Duplicate));

        var result = await ReviewAsync(incident, IncidentStatus.Unreviewed, IncidentStatus.Confirmed);

        Assert.Contains("rejected by somebody else", result.Error, StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Rejected, (await FindAsync(incident.Id)).Status);
    }

    [Fact]
    public async Task RejectionWithoutAReason_IsRefused() =>
        Assert.NotNull((await ReviewAsync(await BombingAsync(), IncidentStatus.Unreviewed, IncidentStatus.Rejected)).Error);

    [Fact]
    public async Task Many_AreConfirmedAndTaggedAtOnce_AndOneUndoTakesEachBack()
    {
        await BombingAsync();
        await TellAsync("Other", "Protest in Khorog", "Some 200 people protested in Khorog in Tajikistan on Monday over power cuts, witnesses said.");
        var all = await IncidentsAsync();
        Assert.Equal(2, all.Count);

        var confirmed = Done(await Reviews.ReviewAsync([.. all.Select(i => (i.Id, i.Status))], IncidentStatus.Confirmed, null, null, Amina, Stop));
        var tagged = Done(await Reviews.TagAsync([.. all.Select(i => i.Id)], " Weekly ", Amina, Stop));
        Assert.All(await IncidentsAsync(), i => Assert.Equal((IncidentStatus.Confirmed, "Weekly"), (i.Status, Assert.Single(i.Tags).Name)));

        Done(await Undos.UndoAsync(tagged.EditId, Amina, Stop));
        Done(await Undos.UndoAsync(confirmed.EditId, Amina, Stop));
        Assert.All(await IncidentsAsync(), i => Assert.Equal((IncidentStatus.Unreviewed, 0), (i.Status, i.Tags.Count)));
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task Tag_InOtherLetters_IsTheSame_AndComesOffAgain()
    {
        var incident = await BombingAsync();
        Done(await Reviews.TagAsync([incident.Id], "Convoy", Amina, Stop));

        Assert.Equal("The tag “Convoy” is there already.", (await Reviews.TagAsync([incident.Id], "convoy", Boris, Stop)).Error);
        Done(await Reviews.UntagAsync([incident.Id], "CONVOY", Boris, Stop));

        Assert.Empty((await FindAsync(incident.Id)).Tags);
    }

    [Fact]
    public async Task EveryCommand_IsRefusedToWhoMayNotRule()
    {
        var incident = await BombingAsync();
        var edit = await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        var ruling = (await StandingAsync(incident.Id, ClaimField.Killed))!.Id;

        Assert.All(
            new[]
            {
                (await Rulings.CorrectAsync(new(incident.Id, ClaimField.Injured, [Exactly(1)], null, null, null), Reader, Stop)).Error,
                (await Rulings.WithdrawAsync(ruling, null, Reader, Stop)).Error,
                (await Rulings.RuleAgainAsync(ruling, null, Reader, Stop)).Error,
                (await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Unreviewed)], IncidentStatus.Confirmed, null, null, Reader, Stop)).Error,
                (await Reviews.TagAsync([incident.Id], "x", Reader, Stop)).Error,
                (await Reviews.UntagAsync([incident.Id], "x", Reader, Stop)).Error,
                (await Merges.PreviewAsync(incident.Id, [Guid.NewGuid()], Reader, Stop)).Error,
                (await Merges.MergeAsync(incident.Id, [Guid.NewGuid()], null, Reader, Stop)).Error,
                (await Merges.SplitAsync(incident.Id, [incident.Reports[0].Id], null, Reader, Stop)).Error,
                (await Merges.PartAsync(incident.Id, Guid.NewGuid(), Reader, Stop)).Error,
                (await Undos.UndoAsync(edit.EditId, Reader, Stop)).Error,
                (await Undos.UndoLastAsync(Reader, Stop)).Error,
            },
            error => Assert.Equal(Reader.Refusal(Permission.RuleOnIncidents), error));
    }

    private Task<CommandResult<Ingestion.Rulings.Edited>> ReviewAsync(Incident incident, IncidentStatus seen, IncidentStatus to, RejectionReason? because = null, string? reason = null) =>
        Reviews.ReviewAsync([(incident.Id, seen)], to, because, reason, Amina, Stop);
}
