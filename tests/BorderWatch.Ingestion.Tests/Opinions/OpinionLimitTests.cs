using BorderWatch.Ingestion.Opinions;
using BorderWatch.Store;
using BorderWatch.Store.Opinions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Opinions;

/// <summary>A day's limits hold for all processes together, whatever becomes of them.</summary>
public sealed class OpinionLimitTests(PostgresFixture postgres) : OpinionTest(postgres)
{
    [Fact]
    public async Task DaysTokens_AreSharedByProcessesAndRememberedByTheNext()
    {
        await using var model = await ModelAsync();
        for (var n = 0; n < 8; n++) await TellAsync(Sample.Bomb("Herat") + n, id: $"{n}");
        // Each takes 1,500 and may take 8,000: after the third no other fits in.
        Options.TokensPerDay = 12_500;
        await using var other = Process(model);
        await using var third = Process(model);

        await Task.WhenAll(AskAsync(), AskAsync(other), AskAsync(third));
        // What waited for another's call to be charged less is asked now.
        await AskAsync();

        Assert.Equal(4, model.Asked.Count);
        Assert.Equal(6000, (await CallsAsync()).Sum(call => call.Tokens));
        await using var restarted = Process(model);
        Assert.Equal(0, await AskAsync(restarted));

        Pipeline.Clock.Shows += TimeSpan.FromHours(12);
        Assert.Equal(4, await AskAsync(restarted));
    }

    [Fact]
    public async Task DaysCost_EndsTheDay()
    {
        await using var model = await ModelAsync();
        for (var n = 0; n < 4; n++) await TellAsync(Sample.Bomb("Herat") + n, id: $"{n}");
        // An article costs 1.2 and may cost 7.
        (Options.QuestionPrice, Options.AnswerPrice, Options.CostPerDay) = (0.5m, 2m, 8.5m);

        Assert.Equal(2, await AskAsync());

        var summary = await Pipeline.Get<IOpinionQuery>().SummaryAsync(Pipeline.Clock.Shows.AddDays(-30), Stop);
        Assert.Equal((2, 2, 2, 3000L, 2.4m, 2.4m), (summary.Calls, summary.Answered, summary.Waiting, summary.Tokens, summary.Cost, summary.CostToday));
    }

    [Theory]
    [InlineData(0, 0, 8000)]
    [InlineData(-5, 300, 8000)]
    [InlineData(2_000_000_000, 2_000_000_000, 160_000)]
    public async Task UsageThatIsNonsense_IsChargedWithinReason(int question, int answer, long charged)
    {
        await using var model = await ModelAsync();
        model.Behaviour = http => model.AnswerAsync(http, Reading(), question: question, answer: answer);
        await TellAsync();

        await AskAsync();

        Assert.Equal((true, charged), (await CallsAsync()) is [var call] ? (call.Succeeded, call.Tokens) : default);
    }

    [Fact]
    public async Task ProcessThatDies_StaysChargedAndItsArticleIsTakenAgain()
    {
        await using var model = await ModelAsync();
        var article = await TellAsync();
        await Pipeline.Get<OpinionQueue>().FillAsync(Stop);
        var died = await Pipeline.Get<OpinionQueue>().LeaseAsync(Stop);
        Assert.NotNull(died);

        Assert.Equal(0, await AskAsync());
        Pipeline.Clock.Shows += Options.Lease + TimeSpan.FromSeconds(1);
        Assert.Equal(1, await AskAsync());

        Assert.Equal([8000L, 1500L], (await CallsAsync()).Select(call => call.Tokens));
        // Should it live after all, its answer comes too late; what it took is written down.
        await Pipeline.Get<OpinionEnding>().AnswerAsync(died, new CheckedAnswer([], 9, []), false, new OpinionCharge(700, 0), Stop);
        Assert.Equal((OpinionState.Answered, 0), ((await OpinionAsync(article)).State, (await OpinionAsync(article)).Dropped));
        Assert.Equal([700L, 1500L], (await CallsAsync()).Select(call => call.Tokens));
    }

    [Fact]
    public async Task Stopping_GivesBackWhatIsInHand()
    {
        await using var model = await ModelAsync();
        model.Behaviour = ModelEndpoint.StallAsync;
        var article = await TellAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = Pipeline.Get<OpinionAsking>().AskDueAsync(stop.Token);
        while (model.Asked.Count == 0) await Task.Delay(10, Stop);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal((OpinionState.Waiting, 0, (Guid?)null), ((await OpinionAsync(article)).State, (await OpinionAsync(article)).Attempts, (await OpinionAsync(article)).LeaseId));
        model.Behaviour = null;
        Assert.Equal(1, await AskAsync());
    }

    [Fact]
    public async Task WhatWaitedForADay_IsNotAskedAnyMore()
    {
        await using var model = await ModelAsync();
        model.Behaviour = http => { http.Response.StatusCode = 500; return Task.CompletedTask; };
        var article = await TellAsync();
        await AskAsync();
        model.Behaviour = null;

        Pipeline.Clock.Shows += TimeSpan.FromHours(25);
        Assert.Equal(0, await AskAsync());

        Assert.Equal(OpinionState.Failed, (await OpinionAsync(article)).State);
    }

    // Another process over the same database, with the same clock.
    private ServiceProvider Process(ModelEndpoint model)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Pipeline.Clock);
        var process = services.AddStore(Pipeline.ConnectionString).AddIngestion().BuildServiceProvider();
        var options = process.GetRequiredService<IOptions<SecondOpinionOptions>>().Value;
        (options.Endpoint, options.Kind, options.Model, options.AllowedNetworks, options.Articles, options.TokensPerDay) = (model.Address, model.Kind, "small", ["127.0.0.1/32"], OpinionChoice.All, Options.TokensPerDay);
        return process;
    }

    private static Task<int> AskAsync(ServiceProvider process) => process.GetRequiredService<OpinionAsking>().AskDueAsync(Stop);
}
