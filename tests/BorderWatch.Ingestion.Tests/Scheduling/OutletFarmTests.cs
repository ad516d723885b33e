using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>A farm of outlets on loopback, each of which misbehaves in its own way, and three that do not, polled together.</summary>
public sealed class OutletFarmTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const long MostMemory = 250_000_000;

    protected override void Configure(IngestionOptions options)
    {
        options.ParallelPolls = 8;
        options.FetchPages = false;
        options.Fetching.TimeLimit = TimeSpan.FromSeconds(4);
        options.Fetching.MostBytes = 2_000_000;
    }

    [Fact]
    public async Task Farm_IsToldInWords_AndHarmsNobody()
    {
        Assert.InRange(Misbehaviour.All.Count, 30, 100);
        var servers = new List<OutletServer>();
        try
        {
            var sources = new Dictionary<string, Source>();
            foreach (var way in Misbehaviour.All.Append(new Misbehaviour("good 1", null, 1, Good)).Append(new Misbehaviour("good 2", null, 1, Good)).Append(new Misbehaviour("good 3", null, 1, Good)))
            {
                var server = await OutletServer.StartAsync(Stop);
                servers.Add(server);
                sources[way.Name] = await SourceAsync(way.Name, server.Serve("/feed", way.Answer).AbsoluteUri);
            }
            var schedule = ActivatorUtilities.CreateInstance<PollingSchedule>(Pipeline.Get<IServiceProvider>());

            await schedule.PollDueAsync(Stop);
            await AssertToldAsync(sources);
            Pipeline.Clock.Shows += TimeSpan.FromDays(2);
            await schedule.PollDueAsync(Stop);
            await AssertToldAsync(sources);

            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, MostMemory);
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private static OutletResponse Good(OutletRequest request) => new() { Body = System.Text.Encoding.UTF8.GetBytes(Sample.Rss(("1", "2026-11-17"))) };

    private async Task AssertToldAsync(Dictionary<string, Source> sources)
    {
        await using var db = Pipeline.Open();
        var rows = await db.Sources.AsNoTracking().ToDictionaryAsync(s => s.Id, Stop);
        var counts = await db.Articles.Where(a => a.Revisions.Any()).GroupBy(a => a.SourceId).ToDictionaryAsync(g => g.Key, g => g.Count(), Stop);
        var wrong = Misbehaviour.All.Select(w => (w.Name, w.Error, w.Articles)).Concat([("good 1", null, 1), ("good 2", null, 1), ("good 3", null, 1)])
            .Select(w => (w, Row: rows[sources[w.Name].Id], Count: counts.GetValueOrDefault(sources[w.Name].Id)))
            .Where(s => s.Count != s.w.Articles || s.Row.LastPolledAt is null || (s.w.Error is null ? s.Row.LastError is not null : s.Row.LastError?.Contains(s.w.Error, StringComparison.Ordinal) != true))
            .Select(s => $"{s.w.Name}: {s.Count} articles, “{s.Row.LastError}”");
        Assert.Empty(wrong);
    }
}
