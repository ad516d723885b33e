using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>An incident is given to somebody to look at, and what ends that.</summary>
public sealed class AssignmentTests(PostgresFixture postgres) : EditingTest(postgres)
{
    [Fact]
    public async Task Assigned_LiesInTheirLane_IsInTheHistory_AndIsUndone()
    {
        var incident = await BombingAsync();
        var (leyla, idris) = (await AccountAsync("Leyla Aziz", Role.Editor), await AccountAsync("Idris Vale", Role.Editor));

        var given = Done(await Reviews.AssignAsync([incident.Id], leyla, Amina, Stop));
        Done(await Reviews.AssignAsync([incident.Id], idris, Boris, Stop));

        Assert.Equal(["assigned to Leyla Aziz", "assigned to Idris Vale"], (await HistoryAsync(incident.Id))[^2..].Select(r => r.Action));
        Assert.Equal(idris, (await FindAsync(incident.Id)).AssigneeId);
        Assert.Equal(incident.Id, Assert.Single(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.Assigned, idris, 10, Stop)).Row.Id);
        Assert.Equal((0, 1), ((await Pipeline.Get<IDeskQuery>().CountAsync(leyla, Stop)).Assigned, (await Pipeline.Get<IDeskQuery>().CountAsync(idris, Stop)).Assigned));
        // Somebody has been there since: the first cannot be taken back under the second.
        Assert.Contains("assigned to somebody else since", (await Undos.UndoAsync(given.EditId, Amina, Stop)).Error, StringComparison.Ordinal);
        Done(await Undos.UndoLastAsync(Boris, Stop));
        Assert.Equal(leyla, (await FindAsync(incident.Id)).AssigneeId);
    }

    [Fact]
    public async Task Ruling_EndsIt_AndUndoingTheRulingBringsItBack()
    {
        var incident = await BombingAsync();
        var leyla = await AccountAsync("Leyla Aziz", Role.Editor);
        Done(await Reviews.AssignAsync([incident.Id], leyla, Amina, Stop));

        var confirmed = Done(await Reviews.ReviewAsync([(incident.Id, IncidentStatus.Unreviewed)], IncidentStatus.Confirmed, null, null, Boris, Stop));
        Assert.Null((await FindAsync(incident.Id)).AssigneeId);
        Done(await Undos.UndoAsync(confirmed.EditId, Boris, Stop));

        Assert.Equal((leyla, IncidentStatus.Unreviewed), ((await FindAsync(incident.Id)) is var back ? back.AssigneeId!.Value : default, back.Status));
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused()
    {
        var incident = await BombingAsync();
        var (ana, leyla) = (await AccountAsync("Ana Lind", Role.Analyst), await AccountAsync("Leyla Aziz", Role.Editor));

        Assert.Equal("Choose somebody who may rule on incidents.", (await Reviews.AssignAsync([incident.Id], ana, Amina, Stop)).Error);
        Assert.Equal("Choose somebody who may rule on incidents.", (await Reviews.AssignAsync([incident.Id], Guid.NewGuid(), Amina, Stop)).Error);
        Assert.Contains("assigned to nobody already", (await Reviews.AssignAsync([incident.Id], null, Amina, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("not there any more", (await Reviews.AssignAsync([Guid.NewGuid()], leyla, Amina, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("not there any more", (await Reviews.TagAsync([Guid.NewGuid()], "x", Amina, Stop)).Error, StringComparison.Ordinal);
        Assert.Null((await FindAsync(incident.Id)).AssigneeId);
    }

    [Fact]
    public async Task Merge_TakesItAlong_WhereTheOtherIsNobodys()
    {
        var incident = await BombingAsync();
        await TellAsync("Other", "Protest in Khorog", "Some 200 people protested in Khorog in Tajikistan on Monday over power cuts, witnesses said.");
        var other = (await IncidentsAsync()).Single(i => i.Id != incident.Id);
        var leyla = await AccountAsync("Leyla Aziz", Role.Editor);
        Done(await Reviews.AssignAsync([other.Id], leyla, Amina, Stop));

        var merged = Done(await Merges.MergeAsync(incident.Id, [other.Id], null, Amina, Stop));
        Assert.Equal(leyla, (await FindAsync(incident.Id)).AssigneeId);
        Done(await Undos.UndoAsync(merged.EditId, Amina, Stop));

        Assert.Null((await FindAsync(incident.Id)).AssigneeId);
    }

    private async Task<Guid> AccountAsync(string name, Role role)
    {
        await using var db = Pipeline.Open();
        var account = new Account { Name = name, UserName = $"{name[..3]}@desk.example", NormalizedUserName = $"{name[..3].ToUpperInvariant()}@DESK.EXAMPLE", Role = role, CreatedAt = DateTimeOffset.UtcNow };
        db.Add(account);
        await db.SaveChangesAsync(Stop);
        return account.Id;
    }
}
