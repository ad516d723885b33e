using BorderWatch.Ingestion.Briefs;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorderWatch.Ingestion.Tests.Briefs;

/// <summary>Briefs that are made by themselves: once each, whoever makes them and whatever dies.</summary>
public sealed class BriefLoopTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private IBriefSchedules Schedules => Pipeline.Get<IBriefSchedules>();

    [Fact]
    public async Task Brief_IsMadeOnce_WhenItIsDue_AsADraftOfTheDaysBefore()
    {
        var schedule = await AddAsync(new() { RegionId = await RegionAsync(), Rhythm = BriefRhythm.Weekly, TimeZone = "Asia/Dushanbe" });
        // Sunday evening in Dushanbe, then six on Monday.
        Pipeline.Clock.Shows = new(2026, 11, 23, 0, 59, 59, TimeSpan.Zero);
        Assert.Equal(0, await MakeAsync());
        Pipeline.Clock.Shows = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await MakeAsync());
        Assert.Equal(0, await MakeAsync());

        var brief = Assert.Single(await BriefsAsync());
        Assert.Equal((schedule, new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22), BriefStatus.Draft, 0, "schedule"), (brief.ScheduleId, brief.From, brief.To, brief.Status, brief.Skipped, brief.CreatedBy));
        var read = (await Pipeline.Get<IBriefQuery>().ReadAsync(brief.Id, null, Stop))!;
        Assert.Equal(("Tajikistan, 16 Nov to 22 Nov 2026", "", 1), (read.Text.Title, read.Text.Outlook, read.Number));
        Assert.Equal(new ScheduledBrief(Pipeline.Clock.Shows, Pipeline.Clock.Shows, 0, null), read.Schedule);
        var row = Assert.Single((await Schedules.ListAsync(Caller.Local, Stop)).Value!);
        Assert.Equal((brief.Id, new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero)), (row.LastBriefId, row.NextAt));
    }

    [Fact]
    public async Task DaysThatWereMissed_MakeOneBriefOfTheNewest_WhichSaysSo()
    {
        await AddAsync(new() { RegionId = await RegionAsync(), Rhythm = BriefRhythm.Daily });
        Pipeline.Clock.Shows = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await MakeAsync());
        Assert.Equal(0, await MakeAsync());

        var brief = Assert.Single(await BriefsAsync());
        Assert.Equal((new DateOnly(2026, 11, 24), 4, new DateOnly(2026, 11, 20)), (brief.From, brief.Skipped, brief.SkippedFrom));
        Assert.Equal("Tajikistan, 24 Nov 2026", (await Pipeline.Get<IBriefQuery>().ReadAsync(brief.Id, null, Stop))!.Text.Title);
    }

    [Fact]
    public async Task ManyProcesses_MakeOneBriefOfAPeriod()
    {
        var region = await RegionAsync();
        for (var n = 0; n < 3; n++) await AddAsync(new() { RegionId = region, Rhythm = BriefRhythm.Daily });
        var others = Enumerable.Range(0, 4).Select(_ => Other()).ToList();
        for (var day = 21; day < 26; day++)
        {
            Pipeline.Clock.Shows = new(2026, 11, day, 6, 0, 0, TimeSpan.Zero);
            await Task.WhenAll([MakeAsync(), .. others.Select(other => other.GetRequiredService<BriefLoop>().MakeDueAsync(Stop))]);
        }
        foreach (var other in others) await other.DisposeAsync();

        var briefs = await BriefsAsync();
        Assert.Equal(15, briefs.Count);
        Assert.Equal(15, briefs.Select(brief => (brief.ScheduleId, brief.From)).Distinct().Count());
        Assert.All(briefs, brief => Assert.Equal(0, brief.Skipped));
    }

    [Fact]
    public async Task ProcessThatDiesAtTheCommit_LeavesNothing_AndTheNextMakesIt()
    {
        await AddAsync(new() { RegionId = await RegionAsync(), Rhythm = BriefRhythm.Daily, NoticeTo = "desk@x.org" });
        Pipeline.Clock.Shows = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        // The last statement before the commit waits here for good, and the database loses the process: what a kill looks like from its side.
        await using var blocker = new NpgsqlConnection(Pipeline.ConnectionString);
        await blocker.OpenAsync(Stop);
        await using var hold = await blocker.BeginTransactionAsync(Stop);
        await using (var command = new NpgsqlCommand("LOCK TABLE alert_deliveries IN SHARE MODE", blocker, hold)) await command.ExecuteNonQueryAsync(Stop);
        var dying = Pipeline.Get<IBriefMaking>().MakeAsync((await Pipeline.Get<IBriefMaking>().DueAsync(Stop))[0], Stop);
        await EndWaitingAsync(blocker, hold);
        await Assert.ThrowsAnyAsync<Exception>(() => dying);
        await hold.RollbackAsync(Stop);
        Assert.Empty(await BriefsAsync());

        Assert.Equal(1, await MakeAsync());

        Assert.Single(await BriefsAsync());
        await using var db = Pipeline.Open();
        Assert.Single(await db.Set<Store.Alerts.AlertDelivery>().ToListAsync(Stop));
    }

    [Fact]
    public async Task PausedOne_MakesNothing_AndResumed_DoesNotMakeUp()
    {
        var schedule = await AddAsync(new() { RegionId = await RegionAsync(), Rhythm = BriefRhythm.Daily });
        await Schedules.SetPausedAsync(schedule, true, Caller.Local, Stop);
        Pipeline.Clock.Shows = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await MakeAsync());
        await Schedules.SetPausedAsync(schedule, false, Caller.Local, Stop);
        Assert.Equal(0, await MakeAsync());
        Pipeline.Clock.Shows = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await MakeAsync());

        Assert.Equal(0, Assert.Single(await BriefsAsync()).Skipped);
    }

    [Fact]
    public async Task LaterTime_OnTheSameDay_MakesNoSecondBriefOfIt()
    {
        var region = await RegionAsync();
        var schedule = await AddAsync(new() { RegionId = region, Rhythm = BriefRhythm.Daily });
        Pipeline.Clock.Shows = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        await MakeAsync();
        Assert.Null((await Schedules.SaveAsync(schedule, new() { RegionId = region, Rhythm = BriefRhythm.Daily, At = new(8, 0) }, Caller.Local, Stop)).Error);
        Pipeline.Clock.Shows = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await MakeAsync());
        Pipeline.Clock.Shows = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await MakeAsync());

        Assert.Equal([(20, 0), (21, 0)], (await BriefsAsync()).Select(brief => (brief.From.Day, brief.Skipped)));
    }

    [Fact]
    public async Task RemovedOne_LeavesItsBriefs()
    {
        var schedule = await AddAsync(new() { RegionId = await RegionAsync(), Rhythm = BriefRhythm.Daily });
        Pipeline.Clock.Shows = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        await MakeAsync();

        Assert.Null((await Schedules.RemoveAsync(schedule, Caller.Local, Stop)).Error);

        Assert.Null(Assert.Single(await BriefsAsync()).ScheduleId);
    }

    private async Task<Guid> RegionAsync() => (await Pipeline.Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Stop)).Value;

    private async Task<Guid> AddAsync(BriefScheduleDraft draft)
    {
        var saved = await Schedules.SaveAsync(null, draft, Caller.Local, Stop);
        Assert.Null(saved.Error);
        return saved.Value;
    }

    private Task<int> MakeAsync() => Pipeline.Get<BriefLoop>().MakeDueAsync(Stop);

    private ServiceProvider Other() =>
        new ServiceCollection().AddSingleton<TimeProvider>(Pipeline.Clock).AddStore(Pipeline.ConnectionString).AddIngestion(options => options.PollDueSources = false).BuildServiceProvider();

    private async Task<List<Brief>> BriefsAsync()
    {
        await using var db = Pipeline.Open();
        return await db.Set<Brief>().AsNoTracking().OrderBy(brief => brief.From).ThenBy(brief => brief.Id).ToListAsync(Stop);
    }

    private static async Task EndWaitingAsync(NpgsqlConnection by, NpgsqlTransaction transaction)
    {
        await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", by, transaction);
        while ((long)(await end.ExecuteScalarAsync(Stop))! == 0) await Task.Delay(50, Stop);
    }
}
