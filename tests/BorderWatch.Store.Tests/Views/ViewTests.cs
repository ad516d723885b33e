using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Views;

public sealed class ViewTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly TimelineFilter s_battles = new() { EventTypes = ["Battles"], Countries = ["TJ", "AF"] };

    [Fact]
    public async Task View_TellsWhatCameSinceItsReaderMarkedIt()
    {
        var story = new Story();
        story.Incident("Before");
        await TellAsync(story);
        var (rosa, otto) = (await AccountAsync("Rosa", Role.Analyst), await AccountAsync("Otto", Role.Viewer));
        var id = (await SaveAsync(new("Battles", new() { EventTypes = ["Battles"] }, null, true), rosa)).Value;

        Assert.Null(Assert.Single(await ListAsync(rosa)).New);
        await MarkAsync(id, Story.Arrival, rosa);
        Assert.Equal(0, Assert.Single(await ListAsync(rosa)).New);
        await MarkAsync(id, Story.Arrival.AddHours(-1), rosa); // A mark never goes back.
        Assert.Equal(0, Assert.Single(await ListAsync(rosa)).New);
        await MarkAsync(id, Story.Arrival.AddHours(-1), otto); // Each reader's mark is their own.
        var seen = Assert.Single(await ListAsync(otto));
        Assert.Equal((1, false, "Rosa"), (seen.New, seen.IsOwn, seen.OwnerName));
    }

    [Fact]
    public async Task Mark_NeverGoesBeyondNow()
    {
        await MarkAsync(null, DateTimeOffset.MaxValue, Caller.Local);

        var mark = (await Get<IViewQuery>().MarkAsync(new(), null, Caller.Local, Cancellation)).Value!;
        Assert.InRange(mark.SeenAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.True(mark.CanMark);
    }

    [Fact]
    public async Task Filter_IsFoundAsTheView_InWhateverOrderItIsAsked_AndWithWhatIsNew()
    {
        await SaveAsync(new("Fixed", s_battles, null, false));
        await SaveAsync(new("Moving", s_battles with { From = new(2026, 1, 1) }, 30, false));

        Assert.Equal("Fixed", (await FindAsync(s_battles with { Countries = ["AF", "TJ"] })).Name);
        Assert.Equal("Fixed", (await FindAsync(s_battles with { ReportedAfter = Story.Arrival })).Name);
        Assert.Equal("Moving", (await FindAsync(s_battles with { From = new(2026, 2, 3) }, 30)).Name);
        Assert.False((await FindAsync(s_battles with { Countries = ["TJ"] })).CanMark);
        Assert.False((await FindAsync(s_battles, by: Caller.Reader)).CanMark);
        Assert.True((await FindAsync(new() { ReportedAfter = Story.Arrival })).CanMark);
    }

    [Fact]
    public async Task MovingView_GoesBackFromToday()
    {
        await SaveAsync(new("Moving", s_battles, 30, false));

        var view = Assert.Single(await ListAsync(Caller.Local));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-29), view.Filter.From!.Value);
    }

    [Fact]
    public async Task ViewOfAnother_IsSeenWhereItIsShared_AndNeverChanged()
    {
        var (rosa, otto) = (await AccountAsync("Rosa", Role.Analyst), await AccountAsync("Otto", Role.Administrator));
        var own = (await SaveAsync(new("Own", s_battles, null, false), rosa)).Value;
        var shared = (await SaveAsync(new("Shared", s_battles, 7, true), rosa)).Value;

        Assert.Equal(["Shared"], (await ListAsync(otto)).Select(view => view.Name));
        Assert.NotNull((await Get<IViewCommands>().ChangeAsync(shared, "Taken", false, otto, Cancellation)).Error);
        Assert.NotNull((await Get<IViewCommands>().DeleteAsync(shared, otto, Cancellation)).Error);
        Assert.NotNull((await Get<IViewCommands>().MarkSeenAsync(own, Story.Arrival, otto, Cancellation)).Error);
        Assert.NotNull((await Get<IViewCommands>().MarkSeenAsync(null, Story.Arrival, Caller.Reader, Cancellation)).Error);
        Assert.Null((await Get<IViewCommands>().ChangeAsync(shared, "Mine", false, rosa, Cancellation)).Error);
        Assert.Empty(await ListAsync(otto));
        Assert.Null((await Get<IViewCommands>().DeleteAsync(own, rosa, Cancellation)).Error);
        Assert.Equal(["Mine"], (await ListAsync(rosa)).Select(view => view.Name));
    }

    [Fact]
    public async Task Watchlist_ShowsWhatAnyOfItsActorsOrPlacesIsPartOf()
    {
        var (rosa, otto) = (await AccountAsync("Rosa", Role.Analyst), await AccountAsync("Otto", Role.Analyst));
        var story = new Story();
        var (group, osh) = (story.Actor("Smugglers"), story.Place("Osh", "Osh", "KG"));
        story.Part(story.Incident("By them"), group, ActorRole.Perpetrator);
        story.Incident("There", place: osh);
        story.Part(story.Incident("Both", place: osh), group, ActorRole.Target);
        story.Incident("Neither");
        await TellAsync(story);
        var commands = Get<IViewCommands>();
        var list = (await commands.MakeWatchlistAsync("Mine", true, rosa, Cancellation)).Value;

        Assert.Equal(0, await Get<ITimelineQuery>().CountAsync(new() { WatchlistId = list }, Cancellation));
        foreach (var subject in (WatchedSubject[])[new(WatchedKind.Actor, group.Id), new(WatchedKind.Place, osh.Id), new(WatchedKind.Place, osh.Id)])
            Assert.Null((await commands.WatchAsync(list, subject, true, rosa, Cancellation)).Error);
        var page = await Get<ITimelineQuery>().PageAsync(new() { WatchlistId = list }, null, 10, Cancellation);
        Assert.Equal(["Both", "By them", "There"], page.Rows.Select(row => row.Title).Order());
        Assert.Equal(["Osh", "Smugglers"], Assert.Single(await ListAsync(otto)).Watched!.Select(one => one.Name));
        Assert.True(Assert.Single((await Get<IViewQuery>().WatchlistsAsync(new(WatchedKind.Actor, group.Id), rosa, Cancellation)).Value!).IsOn);
        Assert.Empty((await Get<IViewQuery>().WatchlistsAsync(new(WatchedKind.Actor, group.Id), otto, Cancellation)).Value!);
        Assert.NotNull((await commands.WatchAsync(list, new(WatchedKind.Actor, group.Id), false, otto, Cancellation)).Error);
        Assert.Contains("no such actor", (await commands.WatchAsync(list, new(WatchedKind.Actor, osh.Id), true, rosa, Cancellation)).Error);

        await commands.WatchAsync(list, new(WatchedKind.Place, osh.Id), false, rosa, Cancellation);
        Assert.Equal(2, await Get<ITimelineQuery>().CountAsync(new() { WatchlistId = list }, Cancellation));
    }

    [Fact]
    public async Task Watchlist_StaysWhileAnAlertRuleWatchesIt()
    {
        var list = (await Get<IViewCommands>().MakeWatchlistAsync("Mine", false, Caller.Local, Cancellation)).Value;
        var rule = (await Get<IAlertCommands>().SaveAsync(null, new() { Name = "On the list", Filter = new() { WatchlistId = list } }, Caller.Local, Cancellation)).Value;

        Assert.Contains("“On the list” uses this watchlist", (await Get<IViewCommands>().DeleteAsync(list, Caller.Local, Cancellation)).Error);
        await Get<IAlertCommands>().DeleteAsync(rule, Caller.Local, Cancellation);
        Assert.Null((await Get<IViewCommands>().DeleteAsync(list, Caller.Local, Cancellation)).Error);
        Assert.Contains("no such watchlist", (await Get<IAlertCommands>().SaveAsync(null, new() { Name = "Gone", Filter = new() { WatchlistId = list } }, Caller.Local, Cancellation)).Error);
    }

    [Theory]
    [InlineData("", 7, "name")]
    [InlineData("Days", 0, "3660 days")]
    [InlineData("Days", 4000, "3660 days")]
    [InlineData("Taken", 7, "already")]
    [InlineData("Everything", null, "filter it first")]
    public async Task Draft_ThatWillNotDo_IsRefusedWithWhatToDo(string name, int? days, string says)
    {
        await SaveAsync(new("Taken", s_battles, null, false));

        Assert.Contains(says, (await Get<IViewCommands>().SaveAsync(new(name, new(), days, false), Caller.Local, Cancellation)).Error);
    }

    private async Task<CommandResult<Guid>> SaveAsync(ViewDraft draft, Caller? by = null)
    {
        var saved = await Get<IViewCommands>().SaveAsync(draft, by ?? Caller.Local, Cancellation);
        Assert.Null(saved.Error);
        return saved;
    }

    private async Task<ViewMark> FindAsync(TimelineFilter filter, int? lastDays = null, Caller? by = null) =>
        (await Get<IViewQuery>().MarkAsync(filter, lastDays, by ?? Caller.Local, Cancellation)).Value!;

    private async Task<IReadOnlyList<ViewRow>> ListAsync(Caller by) => (await Get<IViewQuery>().ListAsync(by, Cancellation)).Value!;

    private async Task MarkAsync(Guid? view, DateTimeOffset upTo, Caller by) => Assert.Null((await Get<IViewCommands>().MarkSeenAsync(view, upTo, by, Cancellation)).Error);
}
