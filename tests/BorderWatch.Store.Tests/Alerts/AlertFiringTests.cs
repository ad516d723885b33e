using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Alerts;

/// <summary>When rules fire, and what they never tell twice. Days and moments count from now: the store's clock is the world's.</summary>
public sealed class AlertFiringTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    private readonly Story _story = new();

    [Fact]
    public async Task Threshold_FiresOnceItIsReached_AndTellsEachIncidentOnce()
    {
        var rule = await RuleAsync(new() { Name = "Three", Threshold = new(3, null, false, 7) });

        await HappenAsync(1, 2);
        Assert.Equal(0, await FireAsync(rule));
        await HappenAsync(3);
        Assert.Equal(1, await FireAsync(rule));
        Assert.Equal(0, await FireAsync(rule));
        await HappenAsync(2, 2);
        Assert.Equal(0, await FireAsync(rule));
        await HappenAsync(2);
        Assert.Equal(1, await FireAsync(rule));

        Assert.Equal([3, 3], (await NoticesAsync(rule)).Select(notice => notice.Content.Total));
    }

    [Fact]
    public async Task WhatWasThereBefore_CountsOnlyBesideNews()
    {
        await HappenAsync(new Past(2), new Past(2), new Past(2));
        var rule = await RuleAsync(new() { Name = "Four", Threshold = new(4, null, false, 7) });
        var every = await RuleAsync(new() { Name = "Every" });
        Assert.Equal(0, await FireAsync(rule) + await FireAsync(every));

        await HappenAsync(1);

        Assert.Equal((1, 1), (await FireAsync(rule), await FireAsync(every)));
        Assert.Equal(4, Assert.Single(await NoticesAsync(rule)).Content.Total);
        Assert.Equal(1, Assert.Single(await NoticesAsync(every)).Content.Total);
    }

    [Fact]
    public async Task Killed_CountByTheirLowestNumbers()
    {
        var rule = await RuleAsync(new() { Name = "Killed", Threshold = new(null, 10, false, 3) });

        await HappenAsync(new Past(1, new(4, 9, 20), IsNews: true), new Past(1, new(null, 30, null), IsNews: true));
        Assert.Equal(0, await FireAsync(rule));
        await HappenAsync(new Past(2, new(6, 6, 6), IsNews: true));

        Assert.Equal(1, await FireAsync(rule));
        Assert.Contains("at least 10 killed", Assert.Single(await NoticesAsync(rule)).Headline);
    }

    [Fact]
    public async Task OldNews_AndMergedIncidents_AreNotTold()
    {
        var rule = await RuleAsync(new() { Name = "Every" });
        await HappenAsync(200);
        Assert.Equal(0, await FireAsync(rule));
        var told = (await HappenAsync(1))[0];
        Assert.Equal(1, await FireAsync(rule));

        // It turns out to be another one, which is then no news.
        var other = (await HappenAsync(1))[0];
        await using (var db = Open())
        {
            await db.Incidents.Where(i => i.Id == told).ExecuteUpdateAsync(i => i.SetProperty(x => x.MergedIntoId, other), Cancellation);
        }

        Assert.Equal(0, await FireAsync(rule));
    }

    [Fact]
    public async Task RuleThatWasOff_DoesNotTellWhatCameMeanwhile()
    {
        var commands = Get<IAlertCommands>();
        var rule = await RuleAsync(new() { Name = "Every" });
        await commands.SetEnabledAsync(rule, false, Caller.Local, Cancellation);
        await HappenAsync(3);
        Assert.Equal(0, await FireAsync(rule));

        await commands.SetEnabledAsync(rule, true, Caller.Local, Cancellation);

        Assert.Equal(0, await FireAsync(rule));
        await HappenAsync(1);
        Assert.Equal(1, Assert.Single(await NoticesAfterAsync(rule)).Content.Total);
    }

    [Fact]
    public async Task ManyProcesses_FireOnce()
    {
        var rule = await RuleAsync(new() { Name = "Every", MailTo = "rosa@desk.example" });
        await HappenAsync(1, 1, 2, 3);

        var fired = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FireAsync(rule)));

        await using var db = Open();
        Assert.Equal(fired.Sum(), await db.Set<AlertNotice>().CountAsync(Cancellation));
        Assert.Equal(fired.Sum(), await db.Set<AlertDelivery>().CountAsync(Cancellation));
        Assert.Equal(4, await db.Set<AlertedIncident>().CountAsync(Cancellation));
    }

    [Fact]
    public async Task OwnerWhoMayNoLonger_IsToldNothing()
    {
        var account = new Account { Name = "Otto", UserName = "otto@desk.example", Email = "otto@desk.example", Role = Role.Analyst };
        await using (var db = Open())
        {
            db.Add(account);
            await db.SaveChangesAsync(Cancellation);
        }
        var otto = new Caller(account.Id, account.Name, RolePermissions.Of(Role.Analyst));
        var rule = await RuleAsync(new() { Name = "Every", MailTo = "otto@desk.example" }, otto);
        await HappenAsync(1);
        Assert.Equal(1, await FireAsync(rule));
        await HappenAsync(1);

        await SetAsync(Role.Viewer, null);
        Assert.Equal(0, await FireAsync(rule));
        await SetAsync(Role.Analyst, DateTimeOffset.UtcNow);
        Assert.Equal(0, await FireAsync(rule));
        Assert.Empty(await Get<IAlertOutbox>().LeaseAsync(8, TimeSpan.FromMinutes(1), Cancellation));

        async Task SetAsync(Role role, DateTimeOffset? lockedAt)
        {
            await using var db = Open();
            await db.Accounts.ExecuteUpdateAsync(a => a.SetProperty(x => x.Role, role).SetProperty(x => x.LockedAt, lockedAt), Cancellation);
        }
    }

    [Fact]
    public async Task Past_CountsAsTheRuleWould()
    {
        // Two by two on six days, and one alone.
        await HappenAsync([.. Enumerable.Range(0, 6).SelectMany(n => new[] { new Past(20 + 20 * n), new Past(21 + 20 * n) }), new Past(300)]);
        var draft = new AlertDraft { Name = "Two", Threshold = new(2, null, false, 7) };

        var past = (await Get<IAlertQuery>().PastAsync(draft, Caller.Local, Cancellation)).Value!;
        var killed = (await Get<IAlertQuery>().PastAsync(draft with { Threshold = new(null, 1, false, 7) }, Caller.Local, Cancellation)).Value!;

        Assert.Equal(6, past.Times);
        Assert.Equal((s_today.AddDays(-21), s_today.AddDays(-20)), past.Newest[0]);
        Assert.Equal(0, killed.Times);
    }

    private async Task<Guid> RuleAsync(AlertDraft draft, Caller? by = null)
    {
        var saved = await Get<IAlertCommands>().SaveAsync(null, draft, by ?? Caller.Local, Cancellation);
        Assert.Null(saved.Error);
        return saved.Value;
    }

    private Task<int> FireAsync(Guid rule) => Get<IAlertFiring>().FireAsync(rule, Cancellation);

    private async Task<IReadOnlyList<NoticeRow>> NoticesAsync(Guid rule) => (await Get<IAlertQuery>().FindAsync(rule, Caller.Local, Cancellation)).Value!.Notices;

    private async Task<IReadOnlyList<NoticeRow>> NoticesAfterAsync(Guid rule)
    {
        await FireAsync(rule);
        return await NoticesAsync(rule);
    }

    private Task<List<Guid>> HappenAsync(params int[] daysAgo) => HappenAsync([.. daysAgo.Select(days => new Past(days, IsNews: true))]);

    private async Task<List<Guid>> HappenAsync(params Past[] past)
    {
        List<Guid> ids = [];
        foreach (var (daysAgo, killed, isNews) in past)
        {
            var incident = _story.Incident($"Incident {Guid.NewGuid():N}", s_today.AddDays(-daysAgo).ToString("O"), killed: killed);
            ids.Add(incident.Id);
            await TellAsync(_story);
            await using var db = Open();
            var at = DateTimeOffset.UtcNow + (isNews ? TimeSpan.Zero : TimeSpan.FromDays(-daysAgo));
            await db.Incidents.Where(i => i.Id == incident.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.FirstReportedAt, at), Cancellation);
        }
        return ids;
    }

    private sealed record Past(int DaysAgo, CasualtyCount? Killed = null, bool IsNews = false);
}
