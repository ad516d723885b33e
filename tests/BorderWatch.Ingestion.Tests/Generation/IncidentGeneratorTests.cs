using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Generation;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Generation;

/// <summary>Invented incidents for trying how much BorderWatch bears.</summary>
public sealed class IncidentGeneratorTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    [Fact]
    public async Task Generating_GivesDemoIncidents_WithAQuoteBehindEveryValue()
    {
        var made = await Generator.GenerateAsync(new GenerationRequest(300, Years: 2), Caller.Local, null, Stop);

        Assert.Equal((300, null), (made.Value, made.Error));
        await using var db = Pipeline.Open();
        var incidents = await db.Incidents.Include(i => i.Reports).ThenInclude(r => r.Claims).ToListAsync(Stop);
        Assert.Equal(300, incidents.Count);
        Assert.All(incidents, i => Assert.True(i.IsDemo && i.ReportCount == i.Reports.Count && i.ReportCount > 0));
        var texts = await db.ArticleRevisions.ToDictionaryAsync(revision => revision.Id, revision => revision.Text, Stop);
        foreach (var report in incidents.SelectMany(i => i.Reports))
            Assert.All(report.Claims, claim => Assert.Equal(claim.Quote, texts[report.ArticleRevisionId][claim.QuoteStart..claim.QuoteEnd]));
        var told = incidents.Where(i => i.Reports.Any(r => r.Claims.Any(c => c.Field == ClaimField.Killed))).Select(i => i.Id).ToHashSet();
        Assert.InRange(told.Count, 50, 250);
        Assert.Equal(told, incidents.Where(i => i.Killed.IsSaid).Select(i => i.Id).ToHashSet());
    }

    [Fact]
    public async Task Generating_TheSameSeed_TellsTheSameStories()
    {
        await using var other = await Pipeline.CreateAsync(Postgres, Stop);
        await Generator.GenerateAsync(new GenerationRequest(50, Seed: 7), Caller.Local, null, Stop);
        await other.Get<IIncidentGenerator>().GenerateAsync(new GenerationRequest(50, Seed: 7), Caller.Local, null, Stop);

        await using var one = Pipeline.Open();
        await using var two = other.Open();
        Assert.Equal(await one.Incidents.Select(i => i.Title).Order().ToListAsync(Stop), await two.Incidents.Select(i => i.Title).Order().ToListAsync(Stop));
    }

    [Fact]
    public async Task Generating_BesideArticlesOfRealOutlets_IsRefused()
    {
        await Pipeline.Get<IArticleDesk>().SaveAsync(Pipeline.Get<IArticleDesk>().PreviewText(null, Sample.Bomb("Herat"), null, null, Caller.Local).Preview!, Caller.Local, Stop);

        var made = await Generator.GenerateAsync(new GenerationRequest(10), Caller.Local, null, Stop);

        Assert.Contains("--data", made.Error, StringComparison.Ordinal);
        Assert.Single(await IncidentsAsync());
    }

    [Fact]
    public async Task Generating_Stopped_KeepsWholeBatches()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Generator.GenerateAsync(new GenerationRequest(20_000), Caller.Local, new StopAfterOne(stop), stop.Token));

        await using var db = Pipeline.Open();
        var count = await db.Incidents.CountAsync(Stop);
        Assert.Equal(5000, count);
        Assert.Equal(count, await db.Incidents.CountAsync(i => i.ReportCount > 0, Stop));
    }

    private IIncidentGenerator Generator => Pipeline.Get<IIncidentGenerator>();

    private sealed class StopAfterOne(CancellationTokenSource stop) : IProgress<PollProgress>
    {
        public void Report(PollProgress value) => stop.Cancel();
    }
}
