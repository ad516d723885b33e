using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Alerts;

public sealed class AlertCommandTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Rule_KeepsItsFilterAndWritesItsHistory()
    {
        var filter = new TimelineFilter { Text = "bridge", Countries = ["TJ", "AF"], Killed = new(3, null), Tags = ["border"], Box = new(68.2, 36.6, 71.5, 38.9), IsDemo = false, From = new(2026, 1, 1) };
        var saved = await SaveAsync(new() { Name = " Bridges ", Filter = filter });

        var view = (await Get<IAlertQuery>().FindAsync(saved.Value, Caller.Local, Cancellation)).Value!;
        Assert.Equal("Bridges", view.Rule.Name);
        Assert.Equal(("bridge", new CountRange(3, null), new(68.2, 36.6, 71.5, 38.9), false), (view.Filter.Text, view.Filter.Killed, view.Filter.Box!.Value, view.Filter.IsDemo));
        Assert.Equal(["TJ", "AF"], view.Filter.Countries);
        Assert.Null(view.Filter.From);
        await Get<IAlertCommands>().DeleteAsync(saved.Value, Caller.Local, Cancellation);
        await using var db = Open();
        Assert.Equal(["made", "deleted"], await db.Revisions.Where(r => r.SubjectType == "alert").OrderBy(r => r.Id).Select(r => r.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task AnotherName_IsNoOtherQuestion()
    {
        var id = (await SaveAsync(new() { Name = "A", Filter = new() { Countries = ["TJ"] } })).Value;
        var before = await WatchedFromAsync();

        await SaveAsync(new() { Name = "B", Filter = new() { Countries = ["TJ"] } }, id);
        Assert.Equal(before, await WatchedFromAsync());
        await SaveAsync(new() { Name = "B", Filter = new() { Countries = ["AF"] } }, id);
        Assert.NotEqual(before, await WatchedFromAsync());

        async Task<DateTimeOffset> WatchedFromAsync()
        {
            await using var db = Open();
            return await db.Set<AlertRule>().Select(rule => rule.WatchedFrom).SingleAsync(Cancellation);
        }
    }

    [Fact]
    public async Task RuleOfAnother_IsSeenWhereItIsShared_WithoutItsKeys_AndNeverChanged()
    {
        var (rosa, otto) = (await AccountAsync("Rosa", Role.Manager), await AccountAsync("Otto", Role.Manager));
        var own = (await SaveAsync(new() { Name = "Own", WebhookUrl = "https://hook.example/" }, by: rosa)).Value;
        var shared = (await SaveAsync(new() { Name = "Shared", MailTo = "rosa@desk.example", IsShared = true }, by: rosa)).Value;

        Assert.NotNull((await Get<IAlertQuery>().FindAsync(own, otto, Cancellation)).Error);
        var seen = (await Get<IAlertQuery>().FindAsync(shared, otto, Cancellation)).Value!;
        Assert.False(seen.IsOwn);
        Assert.Equal(("", "", null), (seen.Rule.Secret, seen.Rule.FeedKey, seen.Rule.MailTo));
        Assert.Equal("Shared", Assert.Single((await Get<IAlertQuery>().ListAsync(otto, Cancellation)).Value!.Rules).Rule.Name);
        var commands = Get<IAlertCommands>();
        Assert.NotNull((await SaveAsync(new() { Name = "Taken" }, shared, otto)).Error);
        Assert.NotNull((await commands.SetEnabledAsync(shared, false, otto, Cancellation)).Error);
        Assert.NotNull((await commands.RenewKeysAsync(shared, otto, Cancellation)).Error);
        Assert.NotNull((await commands.TestAsync(shared, otto, Cancellation)).Error);
        Assert.NotNull((await commands.DeleteAsync(shared, otto, Cancellation)).Error);
    }

    [Fact]
    public async Task Analyst_MailsThemselvesAlone_AndSharesNothing()
    {
        var analyst = await AccountAsync("Otto", Role.Analyst);

        Assert.Null((await SaveAsync(new() { Name = "Own", MailTo = "Otto@desk.example" }, by: analyst)).Error);
        Assert.Contains("otto@desk.example", (await SaveAsync(new() { Name = "Other", MailTo = "boss@desk.example" }, by: analyst)).Error);
        Assert.Contains("manage regions", (await SaveAsync(new() { Name = "Shared", IsShared = true }, by: analyst)).Error);
    }

    [Theory]
    [InlineData("", null, null, 1, 1, "UTC", "name")]
    [InlineData("x", null, null, 0, 1, "UTC", "threshold")]
    [InlineData("x", null, null, 1, 367, "UTC", "366 days")]
    [InlineData("x", "not an address", null, 1, 1, "UTC", "no mail address")]
    [InlineData("x", "a@desk.example\r\nBcc: b@desk.example", null, 1, 1, "UTC", "no mail address")]
    [InlineData("x", null, "ftp://hook.example/", 1, 1, "UTC", "https://")]
    [InlineData("x", null, "https://user:secret@hook.example/", 1, 1, "UTC", "name and password")]
    [InlineData("x", null, null, 1, 1, "Mars/Olympus", "time zone")]
    public async Task BadDraft_IsRefusedWithASentence(string name, string? mail, string? url, int incidents, int days, string zone, string says)
    {
        var saved = await SaveAsync(new() { Name = name, MailTo = mail, WebhookUrl = url, Threshold = new(incidents, null, false, days), TimeZone = zone });

        Assert.Contains(says, saved.Error);
    }

    [Fact]
    public async Task Feed_OpensWithItsKeyAlone()
    {
        var id = (await SaveAsync(new() { Name = "Feed" })).Value;
        var key = (await Get<IAlertQuery>().FindAsync(id, Caller.Local, Cancellation)).Value!.Rule.FeedKey;

        Assert.NotNull(await Get<IAlertQuery>().FeedAsync(id, key, Cancellation));
        Assert.Null(await Get<IAlertQuery>().FeedAsync(id, key[1..], Cancellation));
        await Get<IAlertCommands>().RenewKeysAsync(id, Caller.Local, Cancellation);
        Assert.Null(await Get<IAlertQuery>().FeedAsync(id, key, Cancellation));
    }

    private Task<CommandResult<Guid>> SaveAsync(AlertDraft draft, Guid? id = null, Caller? by = null) => Get<IAlertCommands>().SaveAsync(id, draft, by ?? Caller.Local, Cancellation);
}
