using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>Which sources are asked, and when.</summary>
public sealed class PollingScheduleTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task DueSources_AreAsked_AndOthersAreNot()
    {
        foreach (var path in (string[])["/due", "/off"]) Outlet.Serve(path, Sample.Rss(("1", "2026-11-17")));
        await SourceAsync("Due", Outlet.Url("/due").AbsoluteUri);
        var off = await SourceAsync("Off", Outlet.Url("/off").AbsoluteUri);
        await Pipeline.Get<ISourceCommands>().SetEnabledAsync(off.Id, false, Caller.Local, Stop);
        var schedule = ActivatorUtilities.CreateInstance<PollingSchedule>(Pipeline.Get<IServiceProvider>());

        await schedule.PollDueAsync(Stop);
        await schedule.PollDueAsync(Stop);
        Assert.Equal(["/due"], Outlet.Requests.Select(r => r.Target));

        Pipeline.Clock.Shows += TimeSpan.FromMinutes(32);
        await schedule.PollDueAsync(Stop);
        Assert.Equal(["/due", "/due"], Outlet.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task OneBadSource_DoesNotHoldUpTheOthers()
    {
        Outlet.Serve("/bad", new OutletResponse { Body = new byte[3000], BreaksOffAfter = 10 });
        Outlet.Serve("/good", Sample.Rss(("1", "2026-11-17")));
        var bad = await SourceAsync("Bad", Outlet.Url("/bad").AbsoluteUri);
        var good = await SourceAsync("Good", Outlet.Url("/good").AbsoluteUri);

        await ActivatorUtilities.CreateInstance<PollingSchedule>(Pipeline.Get<IServiceProvider>()).PollDueAsync(Stop);

        Assert.Contains("broke off", (await SourceAsync(bad.Id)).LastError, StringComparison.Ordinal);
        Assert.Equal(Pipeline.Start, (await SourceAsync(good.Id)).LastSucceededAt);
    }

    [Theory]
    [InlineData(0, null, 30)]
    [InlineData(1, null, 60)]
    [InlineData(3, 500, 240)]
    [InlineData(20, 0, 1440)]
    [InlineData(0, 0, 120)]
    [InlineData(0, 3, 60)]
    [InlineData(0, 50, 30)]
    [InlineData(0, 500, 15)]
    public void NextPoll_ComesLaterAfterFailures_AndAsTheOutletWrites(int failures, int? articlesAWeek, int minutes)
    {
        var source = new Source { Name = "S", LastPolledAt = Pipeline.Start, ConsecutiveFailures = failures };

        Assert.InRange(PollingSchedule.NextPoll(source, articlesAWeek), Pipeline.Start.AddMinutes(minutes), Pipeline.Start.AddMinutes(minutes * 1.05));
    }

    [Fact]
    public void NextPoll_OfSourcesThatWereAddedTogether_IsSpread() =>
        Assert.InRange(Enumerable.Range(0, 100).Select(_ => PollingSchedule.NextPoll(new Source { Name = "S", LastPolledAt = Pipeline.Start })).Distinct().Count(), 50, 100);

    [Fact]
    public void NextPoll_OfASourceThatWasNeverAsked_IsNow() => Assert.Equal(DateTimeOffset.MinValue, PollingSchedule.NextPoll(new Source { Name = "S" }));
}
