using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Fields that an editor rules on: with a quote and without, against another editor, withdrawn, taken back.</summary>
public sealed class CorrectionTests(PostgresFixture postgres) : EditingTest(postgres)
{
    public static TheoryData<ClaimField> Fields { get; } =
        [ClaimField.Title, ClaimField.Kind, ClaimField.Occurred, ClaimField.Place, ClaimField.Actor, ClaimField.Killed, ClaimField.Injured, ClaimField.Abducted, ClaimField.Weapon];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Correction_BecomesTheValue_AndUndoBringsBackWhatWas(ClaimField field)
    {
        var before = await BombingAsync();
        ClaimValue value = field switch
        {
            ClaimField.Title => new ClaimValue.Text("Policemen bombed near Bannu"),
            ClaimField.Kind => new ClaimValue.Kind("Battles", "Armed clash"),
            ClaimField.Occurred => new ClaimValue.Occurred(new(2026, 11, 15), new(2026, 11, 16), TimePrecision.Day),
            ClaimField.Place => new ClaimValue.Place("Domel", "Bannu", "Khyber Pakhtunkhwa", "PK", 32.9, 70.7, PlacePrecision.Near, null),
            ClaimField.Actor => new ClaimValue.Actor("Hafiz Gul Bahadur Group", ActorRole.Perpetrator, Attribution.Claimed, ActorKind.Rebel, "PK"),
            ClaimField.Weapon => new ClaimValue.Text("mortar"),
            _ => new ClaimValue.Casualties(2, 3, 7),
        };

        var edited = await CorrectAsync(before.Id, field, value);

        var after = await FindAsync(before.Id);
        Assert.Equal([value], RuledFields.Of(after, field));
        var revision = (await HistoryAsync(before.Id))[^1];
        Assert.Equal(("Amina", $"corrected {FieldWords.Of(field)}", (Guid?)edited.EditId), (revision.By, revision.Action, revision.EditId));
        Assert.Contains("\"to\"", revision.Changes, StringComparison.Ordinal);

        Done(await Undos.UndoLastAsync(Amina, Stop));
        Assert.Equal(RuledFields.Of(before, field), RuledFields.Of(await FindAsync(before.Id), field));
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task Quote_IsKept_WhereItStandsInTheArticle()
    {
        var incident = await BombingAsync();
        var correction = await QuoteAsync(incident, "four policemen");

        Done(await Rulings.CorrectAsync(correction, Amina, Stop));

        var ruling = (await StandingAsync(incident.Id, ClaimField.Killed))!;
        Assert.Equal(("four policemen", "counted the names", "Amina"), (ruling.Quote, ruling.Reason, ruling.By));
        Assert.Equal("counted the names", (await HistoryAsync(incident.Id))[^1].Reason);
    }

    [Fact]
    public async Task Quote_ThatDoesNotStandThere_IsRefused()
    {
        var incident = await BombingAsync();
        var correction = await QuoteAsync(incident, "four policemen");

        var result = await Rulings.CorrectAsync(correction with { Quote = correction.Quote! with { Words = "five policemen" } }, Amina, Stop);

        Assert.Contains("do not stand there", result.Error, StringComparison.Ordinal);
        Assert.Null(await StandingAsync(incident.Id, ClaimField.Killed));
    }

    [Fact]
    public async Task Quote_OfAnArticleThatReportsSomethingElse_IsRefused()
    {
        var incident = await BombingAsync();
        await TellAsync("Other", "Protest in Khorog", "Some 200 people protested in Khorog in Tajikistan on Monday over power cuts, witnesses said.");
        var other = (await IncidentsAsync()).Single(i => i.Id != incident.Id);

        var result = await Rulings.CorrectAsync((await QuoteAsync(other, "200 people")) with { IncidentId = incident.Id }, Amina, Stop);

        Assert.Contains("does not report this incident", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoEditors_OnDifferentFields_BothSucceed()
    {
        var incident = await BombingAsync();

        var results = await Task.WhenAll(
            Rulings.CorrectAsync(new(incident.Id, ClaimField.Killed, [Exactly(5)], null, null, null), Amina, Stop),
            Rulings.CorrectAsync(new(incident.Id, ClaimField.Injured, [Exactly(2)], null, null, null), Boris, Stop));

        Assert.All(results, result => Assert.NotNull(Done(result).Edited));
        var after = await FindAsync(incident.Id);
        Assert.Equal((5, 2), (after.Killed.Best, after.Injured.Best));
    }

    [Fact]
    public async Task TwoEditors_OnOneField_TheSecondSeesBoth_AndChooses()
    {
        var incident = await BombingAsync();
        var mine = new Correction(incident.Id, ClaimField.Killed, [Exactly(6)], null, null, null);
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));

        var outcome = Done(await Rulings.CorrectAsync(mine, Boris, Stop));
        Assert.Null(outcome.Edited);
        Assert.Equal(("Amina", Exactly(5)), (outcome.Theirs!.By, Assert.Single(outcome.Theirs.Values)));
        Assert.Equal(5, (await FindAsync(incident.Id)).Killed.Best);

        Assert.NotNull(Done(await Rulings.CorrectAsync(mine with { Seen = outcome.Theirs.Id }, Boris, Stop)).Edited);
        Assert.Equal(6, (await FindAsync(incident.Id)).Killed.Best);
    }

    [Fact]
    public async Task Undo_AfterSomebodyElseRuled_IsRefused_AndSaysWho()
    {
        var incident = await BombingAsync();
        var mine = await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        Done(await Rulings.CorrectAsync(new(incident.Id, ClaimField.Killed, [Exactly(6)], null, null, (await StandingAsync(incident.Id, ClaimField.Killed))!.Id), Boris, Stop));

        var result = await Undos.UndoAsync(mine.EditId, Amina, Stop);

        Assert.Equal("This cannot be undone any more. Boris has ruled on killed since.", result.Error);
        Assert.Equal(6, (await FindAsync(incident.Id)).Killed.Best);
    }

    [Fact]
    public async Task Undo_OfAnUndo_DoesItAgain()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        var undone = Done(await Undos.UndoLastAsync(Amina, Stop));
        Assert.Equal(4, (await FindAsync(incident.Id)).Killed.Best);

        Done(await Undos.UndoAsync(undone.EditId, Amina, Stop));

        Assert.Equal(5, (await FindAsync(incident.Id)).Killed.Best);
        Assert.NotNull((await Undos.UndoAsync(undone.EditId, Amina, Stop)).Error);
    }

    [Fact]
    public async Task NothingIsKnown_IsARulingToo()
    {
        var incident = await BombingAsync();

        await CorrectAsync(incident.Id, ClaimField.Killed);

        Assert.False((await FindAsync(incident.Id)).Killed.IsSaid);
    }

    [Fact]
    public async Task EarlierRuling_IsRestored()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(5));
        var first = (await StandingAsync(incident.Id, ClaimField.Killed))!;
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(7));

        Done(await Rulings.RuleAgainAsync(first.Id, null, Boris, Stop));

        Assert.Equal(5, (await FindAsync(incident.Id)).Killed.Best);
        Assert.Equal("restored an earlier ruling on killed", (await HistoryAsync(incident.Id))[^1].Action);
    }

    [Theory]
    [InlineData(7, 3, 2, "comes first")]
    [InlineData(-1, 3, 4, "from 0")]
    public async Task NumbersThatCannotBe_AreRefused(int low, int best, int high, string says)
    {
        var incident = await BombingAsync();

        var result = await Rulings.CorrectAsync(new(incident.Id, ClaimField.Killed, [new ClaimValue.Casualties(low, best, high)], null, null, null), Amina, Stop);

        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValueOfAnotherField_IsRefused()
    {
        var incident = await BombingAsync();

        Assert.NotNull((await Rulings.CorrectAsync(new(incident.Id, ClaimField.Place, [Exactly(3)], null, null, null), Amina, Stop)).Error);
        Assert.NotNull((await Rulings.CorrectAsync(new(incident.Id, ClaimField.Kind, [new ClaimValue.Kind("Battles", "Peaceful protest")], null, null, null), Amina, Stop)).Error);
        Assert.NotNull((await Rulings.CorrectAsync(new(incident.Id, ClaimField.Title, [], null, null, null), Amina, Stop)).Error);
    }

    private async Task<Correction> QuoteAsync(Incident incident, string words)
    {
        await using var db = Pipeline.Open();
        var revision = await db.ArticleRevisions.SingleAsync(r => r.Id == incident.Reports[0].ArticleRevisionId, Stop);
        var start = revision.Text.IndexOf(words, StringComparison.Ordinal);
        return new(incident.Id, ClaimField.Killed, [Exactly(4)], new(revision.Id, start, start + words.Length, words, false), " counted the names ", null);
    }
}
