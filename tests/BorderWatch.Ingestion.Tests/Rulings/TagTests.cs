using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tags;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Tags in groups: synonyms, retired ones, two that become one, and the way back.</summary>
public sealed class TagTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private static readonly Caller Mira = new(Guid.Parse("0190dddd-0000-7000-8000-000000000004"), "Mira", RolePermissions.Of(Role.Manager));

    private static readonly Caller Edith = new(Guid.Parse("0190eeee-0000-7000-8000-000000000005"), "Edith", RolePermissions.Of(Role.Editor));

    private ITagCommands Tags => Pipeline.Get<ITagCommands>();

    private ITagMerging Merging => Pipeline.Get<ITagMerging>();

    [Fact]
    public async Task Synonym_Typed_GivesTheTag()
    {
        var incident = await BombingAsync();
        await SaveAsync("Improvised device", "IED", "roadside bomb");

        Done(await Reviews.TagAsync([incident.Id], " ied ", Edith, Stop));

        Assert.Equal("Improvised device", Assert.Single((await FindAsync(incident.Id)).Tags).Name);
        Assert.Equal("The tag “Improvised device” is there already.", (await Reviews.TagAsync([incident.Id], "Roadside Bomb", Edith, Stop)).Error);
        Assert.Equal(incident.Id, Assert.Single(await FoundAsync("Roadside bomb")));
        Done(await Reviews.UntagAsync([incident.Id], "IED", Edith, Stop));
        Assert.Empty((await FindAsync(incident.Id)).Tags);
    }

    [Fact]
    public async Task FreeTag_StaysPossible_AndIsTakenIntoAGroup()
    {
        var incident = await BombingAsync();
        Done(await Reviews.TagAsync([incident.Id], "convoy", Edith, Stop));
        var free = Assert.Single(await ListAsync());
        Assert.Equal(("convoy", null, 1), (free.Name, free.Group, free.Incidents));

        Assert.Null((await Tags.SaveAsync(free.Id, new("Convoys", "Targets", TagColour.Blue, []), Mira, Stop)).Error);

        var kept = Assert.Single(await ListAsync());
        Assert.Equal(("Convoys", "Targets", TagColour.Blue, "convoy"), (kept.Name, kept.Group, kept.Colour!.Value, Assert.Single(kept.Synonyms)));
        // The address that somebody kept still leads to its incidents.
        Assert.Equal(incident.Id, Assert.Single(await FoundAsync("CONVOY")));
    }

    [Fact]
    public async Task Merge_MovesEveryIncident_OldNameLeadsOn_AndUndoGivesEachItsOwnBack()
    {
        var bomb = await BombingAsync();
        await TellAsync("Other", "Protest in Khorog", "Some 200 people protested in Khorog in Tajikistan on Monday over power cuts, witnesses said.");
        var protest = (await IncidentsAsync()).Single(i => i.Id != bomb.Id);
        var (roads, highways) = (await SaveAsync("Roads"), await SaveAsync("Highways", "motorway"));
        Done(await Reviews.TagAsync([bomb.Id], "highways", Edith, Stop));
        Done(await Reviews.TagAsync([bomb.Id, protest.Id], "roads", Edith, Stop));
        Done(await Reviews.UntagAsync([protest.Id], "roads", Edith, Stop));
        Done(await Reviews.TagAsync([protest.Id], "highways", Edith, Stop));

        var merged = Done(await Merging.MergeAsync(highways, roads, Mira, Stop));

        Assert.Equal([["Roads"], ["Roads"]], [await NamesAsync(bomb.Id), await NamesAsync(protest.Id)]);
        Assert.Equal("merged the tag “Highways” into “Roads”", (await HistoryAsync(protest.Id))[^1].Action);
        Assert.Equal(2, (await FoundAsync("Highways")).Count);
        Assert.Equal(2, (await FoundAsync("motorway")).Count);
        Assert.Equal("The tag “Roads” is there already.", (await Reviews.TagAsync([bomb.Id], "highways", Edith, Stop)).Error);
        Assert.Equal("Highways", Assert.Single(Assert.Single(await ListAsync()).Merged));
        Assert.Equal(("tag", "{\"merged into\": {\"to\": \"Roads\", \"from\": null}}"), (await HistoryAsync(highways))[^1] is var noted ? (noted.SubjectType, noted.Changes) : default);

        // An editor may not take a manager's order of the tags back.
        Assert.Contains("manage tags", (await Undos.UndoAsync(merged.EditId, Edith, Stop)).Error, StringComparison.Ordinal);
        Done(await Undos.UndoAsync(merged.EditId, Mira, Stop));

        Assert.Equal([["Highways", "Roads"], ["Highways"]], [await NamesAsync(bomb.Id), await NamesAsync(protest.Id)]);
        Assert.Equal(bomb.Id, Assert.Single(await FoundAsync("Roads")));
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task Merge_TakesAlongWhatWasMergedBefore_AndUndoneInTheWrongOrderIsRefused()
    {
        var incident = await BombingAsync();
        var (a, b, c) = (await SaveAsync("A"), await SaveAsync("B"), await SaveAsync("C"));
        var tagged = Done(await Reviews.TagAsync([incident.Id], "A", Edith, Stop));
        var first = Done(await Merging.MergeAsync(a, b, Mira, Stop));
        var second = Done(await Merging.MergeAsync(b, c, Mira, Stop));

        Assert.Equal(incident.Id, Assert.Single(await FoundAsync("A")));
        Assert.Equal(["C"], await NamesAsync(incident.Id));
        Assert.NotNull((await Merging.MergeAsync(a, c, Mira, Stop)).Error);
        Assert.Contains("merged into another since", (await Undos.UndoAsync(first.EditId, Mira, Stop)).Error, StringComparison.Ordinal);
        // Who put A on may not lose C by taking that back.
        Assert.Contains("“A” has been merged into “C” since", (await Undos.UndoAsync(tagged.EditId, Edith, Stop)).Error, StringComparison.Ordinal);
        Done(await Undos.UndoAsync(second.EditId, Mira, Stop));
        Done(await Undos.UndoAsync(first.EditId, Mira, Stop));
        Done(await Undos.UndoAsync(tagged.EditId, Edith, Stop));

        Assert.Empty(await NamesAsync(incident.Id));
        Assert.Equal(["A", "B", "C"], (await ListAsync()).Select(tag => tag.Name));
    }

    [Fact]
    public async Task Retired_StaysWhereItIs_AndIsNeitherOfferedNorPutOn()
    {
        var incident = await BombingAsync();
        var id = await SaveAsync("Season", "summer");
        Done(await Reviews.TagAsync([incident.Id], "Season", Edith, Stop));

        Assert.Null((await Tags.SetRetiredAsync(id, true, Mira, Stop)).Error);

        Assert.Equal(["Season"], await NamesAsync(incident.Id));
        Assert.Empty(await Pipeline.Get<ITagQuery>().OfferedAsync(100, Stop));
        Assert.Contains("is retired", (await Reviews.TagAsync([incident.Id], "summer", Edith, Stop)).Error, StringComparison.Ordinal);
        Assert.Equal(incident.Id, Assert.Single(await FoundAsync("season")));
        Done(await Reviews.UntagAsync([incident.Id], "season", Edith, Stop));
        Assert.Null((await Tags.SetRetiredAsync(id, false, Mira, Stop)).Error);
        Done(await Reviews.TagAsync([incident.Id], "summer", Edith, Stop));
        Assert.Equal(["created", "retired", "brought back"], (await HistoryAsync(id)).Select(revision => revision.Action));
    }

    [Fact]
    public async Task WordThatIsTaken_IsRefused()
    {
        await SaveAsync("Border", "frontier");
        Assert.Contains("There is a tag “Border” already", (await Tags.SaveAsync(null, new("BORDER", null, null, []), Mira, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("“frontier” is a synonym of the tag “Border”", (await Tags.SaveAsync(null, new("Limits", null, null, ["Frontier"]), Mira, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("from 1 to 100", (await Tags.SaveAsync(null, new(" ", null, null, []), Mira, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("no such colour", (await Tags.SaveAsync(null, new("x", null, (TagColour)99, []), Mira, Stop)).Error, StringComparison.Ordinal);
        Assert.Equal("Border", Assert.Single(await ListAsync()).Name);
    }

    [Fact]
    public async Task PuttingOn_WhileTagsAreMerged_LeavesNoIncidentBehind()
    {
        await BombingAsync();
        await TellAsync("Other", "Protest in Khorog", "Some 200 people protested in Khorog in Tajikistan on Monday over power cuts, witnesses said.");
        var incidents = (await IncidentsAsync()).Select(i => i.Id).ToList();
        for (var round = 0; round < 10; round++)
        {
            var (from, into) = (await SaveAsync($"from {round}"), await SaveAsync($"into {round}"));
            var results = await Task.WhenAll([
                .. incidents.Select(id => Task.Run(async () => (await Reviews.TagAsync([id], $"from {round}", Edith, Stop)).Error)),
                Task.Run(async () => (await Merging.MergeAsync(from, into, Mira, Stop)).Error)]);
            Assert.All(results, Assert.Null);
            Assert.Equal(2, (await FoundAsync($"into {round}")).Count);
        }
        await using var db = Pipeline.Open();
        Assert.Empty(await db.Incidents.SelectMany(i => i.Tags).Where(tag => tag.MergedIntoId != null).ToListAsync(Stop));
    }

    private async Task<Guid> SaveAsync(string name, params string[] synonyms)
    {
        var saved = await Tags.SaveAsync(null, new(name, null, null, synonyms), Mira, Stop);
        Assert.Null(saved.Error);
        return saved.Value;
    }

    private Task<IReadOnlyList<TagRow>> ListAsync() => Pipeline.Get<ITagQuery>().ListAsync(Stop);

    private async Task<IReadOnlyList<string>> NamesAsync(Guid incident) => [.. (await FindAsync(incident)).Tags.Select(tag => tag.Name).Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<Guid>> FoundAsync(string tag) =>
        [.. (await Pipeline.Get<ITimelineQuery>().PageAsync(new TimelineFilter { Tags = [tag] }, null, 10, Stop)).Rows.Select(row => row.Id)];
}
