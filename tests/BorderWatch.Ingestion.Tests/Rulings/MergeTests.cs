using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Incidents put together and taken apart by an editor: links hold, nothing is lost, and the machine leaves it so.</summary>
public sealed class MergeTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const string Mosque = "A suicide bomber killed 23 worshippers in a mosque in Bannu in Pakistan on Tuesday evening, officials said.";

    [Fact]
    public async Task Merge_TakesReportsTagsAndRulings_AndUndoGivesThemBack()
    {
        var (bomb, mosque) = await TwoAsync();
        await CorrectAsync(mosque.Id, ClaimField.Injured, Exactly(40));
        Done(await Reviews.TagAsync([mosque.Id], "Religious site", Amina, Stop));

        var preview = Done(await Merges.PreviewAsync(bomb.Id, [mosque.Id], Amina, Stop));
        Assert.Equal((2, "40"), (preview.Reports, preview.Fields.Single(f => f.Name == "injured").Then));
        Assert.Equal(1, (await FindAsync(bomb.Id)).ReportCount);
        var merged = Done(await Merges.MergeAsync(bomb.Id, [mosque.Id], "one attack", Amina, Stop));

        var whole = Assert.Single(await IncidentsAsync());
        Assert.Equal((bomb.Id, 2, 40, "Religious site"), (whole.Id, whole.ReportCount, whole.Injured.Best!.Value, Assert.Single(whole.Tags).Name));
        Assert.Equal((Guid?)bomb.Id, (await FindAsync(mosque.Id)).MergedIntoId);
        Assert.Equal(bomb.Id, (await Pipeline.Get<IIncidentQuery>().FindAsync(mosque.Id, Stop))!.Incident.Id);

        Done(await Undos.UndoAsync(merged.EditId, Amina, Stop));

        var (first, second) = (await FindAsync(bomb.Id), await FindAsync(mosque.Id));
        Assert.Equal((1, 0, bomb.Killed, bomb.Injured, false), (first.ReportCount, first.Tags.Count, first.Killed, first.Injured, first.IsArranged));
        Assert.Equal((1, 1, mosque.Killed, 40, mosque.Actors.Count), (second.ReportCount, second.Tags.Count, second.Killed, second.Injured.Best!.Value, second.Actors.Count));
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task MergedIncident_StaysMerged_WhateverComes()
    {
        var (bomb, mosque) = await TwoAsync();
        Done(await Merges.MergeAsync(bomb.Id, [mosque.Id], null, Amina, Stop));

        await TellAsync("Third", "Mosque bombed in Bannu", Mosque.Replace("evening", "night", StringComparison.Ordinal));
        await TellAsync("Second", "Mosque in Bannu bombed, 25 dead", Mosque.Replace("23", "25", StringComparison.Ordinal));

        var whole = Assert.Single(await IncidentsAsync());
        Assert.Equal((bomb.Id, 3), (whole.Id, whole.ReportCount));
        Assert.Equal(0, (await FindAsync(mosque.Id)).ReportCount);
    }

    [Fact]
    public async Task Split_MakesAnIncident_ThatEditedArticlesAndNewReportsRespect()
    {
        await BombingAsync();
        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(2, incident.ReportCount);
        var second = incident.Reports.MaxBy(r => r.Id)!;

        var split = Done(await Merges.SplitAsync(incident.Id, [second.Id], "another van", Amina, Stop));
        var founded = split.Incidents[^1];
        Assert.Equal((4, 6), ((await FindAsync(incident.Id)).Killed.Best!.Value, (await FindAsync(founded)).Killed.Best!.Value));

        await TellAsync("Second", "Death toll in Bannu bombing rises again", SixKilled.Replace("Six", "Seven", StringComparison.Ordinal));
        await TellAsync("Third", "Bomb in Bannu", "A roadside bomb killed four policemen in Bannu in Pakistan on Tuesday, a mayor said.");

        var all = await IncidentsAsync();
        Assert.Equal(2, all.Count);
        Assert.Equal(7, all.Single(i => i.Id == founded).Killed.Best);
        Assert.True(all.Single(i => i.Id == founded).Reports.Single(r => r.SupersededAt is null && r.ArticleId == second.ArticleId).IsPlaced);
    }

    [Fact]
    public async Task Split_IsUndone_AndItsAddressLeadsBack()
    {
        await BombingAsync();
        await TellAsync("Second", "Death toll in Bannu bombing rises", SixKilled);
        var incident = Assert.Single(await IncidentsAsync());
        var split = Done(await Merges.SplitAsync(incident.Id, [incident.Reports[0].Id], null, Amina, Stop));

        Done(await Undos.UndoLastAsync(Amina, Stop));

        var whole = Assert.Single(await IncidentsAsync());
        Assert.Equal((incident.Id, 2, incident.Killed), (whole.Id, whole.ReportCount, whole.Killed));
        Assert.Equal(incident.Id, (await Pipeline.Get<IIncidentQuery>().FindAsync(split.Incidents[^1], Stop))!.Incident.Id);
    }

    [Fact]
    public async Task Split_OfEveryReport_IsRefused()
    {
        var incident = await BombingAsync();

        Assert.Contains("leave at least one", (await Merges.SplitAsync(incident.Id, [incident.Reports[0].Id], null, Amina, Stop)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlikeIncidents_AreNoted_AndLeftAloneOnceTheyAreSaidToBeTwo()
    {
        await TellAsync("First", "Blast heard in Bannu", "An explosion was heard near the bazaar of Bannu in Pakistan on Tuesday, residents said.");
        await TellAsync("Second", "Pakistan: nine killed in north-west", "Nine people were killed in a suicide attack on a wedding in the Khyber Pakhtunkhwa province of Pakistan on Tuesday, officials said.");
        var all = await IncidentsAsync();
        await using (var db = Pipeline.Open())
        {
            var pair = await db.PossibleDuplicates.SingleAsync(Stop);
            Assert.Equal(all.Select(i => i.Id).Order(), [pair.FirstId, pair.SecondId]);
            Assert.Contains("same day", pair.Reason, StringComparison.Ordinal);
        }

        Done(await Merges.PartAsync(all[1].Id, all[0].Id, Amina, Stop));

        await using (var db = Pipeline.Open()) Assert.NotNull((await db.PossibleDuplicates.SingleAsync(Stop)).PartedAt);
        Assert.All(await IncidentsAsync(), i => Assert.True(i.IsArranged));
        Done(await Undos.UndoLastAsync(Amina, Stop));
        await using (var db = Pipeline.Open()) Assert.Null((await db.PossibleDuplicates.SingleAsync(Stop)).PartedAt);
    }

    private async Task<(Incident Bomb, Incident Mosque)> TwoAsync()
    {
        var bomb = await BombingAsync();
        await TellAsync("Second", "Mosque bombed in Bannu", Mosque);
        return (bomb, (await IncidentsAsync()).Single(i => i.Id != bomb.Id));
    }
}
