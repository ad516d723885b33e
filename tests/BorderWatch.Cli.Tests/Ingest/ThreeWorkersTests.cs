using System.Collections.Concurrent;
using System.Diagnostics;
using BorderWatch.Store;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Cli.Tests.Ingest;

/// <summary>Three workers share five hundred feeds, and one of them is killed in the middle of a poll.</summary>
public sealed class ThreeWorkersTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Feeds = 500;

    // Every so many feeds one tells of an incident; matching is not what is tested here.
    private const int Incidents = 10;

    private static readonly string[] s_cities = ["Herat", "Farah", "Ghazni", "Kandahar", "Zaranj", "Faizabad", "Kunduz", "Taloqan", "Maimana", "Khost"];

    private readonly List<Process> _workers = [];
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _askers = new();
    private readonly TaskCompletionSource<string> _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestDatabase? _database;
    private OutletServer? _outlet;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Stop);
        _outlet = await OutletServer.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            if (!worker.HasExited) worker.Kill();
            worker.Dispose();
        }
        if (_outlet is not null) await _outlet.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Fact]
    public async Task KillingOneInMidPoll_LosesAndDoublesNothing()
    {
        await using var db = await OpenAsync();
        for (var n = 0; n < Feeds; n++)
        {
            var number = n;
            db.Sources.Add(new Source { Name = $"Outlet {n}", Kind = SourceKind.Feed, FeedUrl = _outlet!.Serve($"/{n}", request => Answer(number, request)).AbsoluteUri, CreatedAt = DateTimeOffset.UtcNow });
        }
        await db.SaveChangesAsync(Stop);

        for (var worker = 0; worker < 3; worker++) _workers.Add(Start($"worker-{worker}@desk.example"));
        var victim = await _killed.Task.WaitAsync(Stop);
        while (await db.Sources.AnyAsync(s => s.Kind == SourceKind.Feed && s.LastPolledAt == null, Stop)) await Task.Delay(200, Stop);

        Assert.True(_workers[0].HasExited);
        Assert.All(_workers.Skip(1), worker => Assert.False(worker.HasExited));
        var asked = _askers.ToDictionary(feed => feed.Key, feed => feed.Value.ToList());
        Assert.Equal(Feeds, asked.Count);
        // The feeds that it was reading when it died were asked again, by another; no other feed was.
        Assert.Contains(victim, asked.Where(feed => feed.Value.Count > 1).Select(feed => feed.Key));
        Assert.All(asked.Values.Where(askers => askers.Count > 1), askers => Assert.Equal((2, 1), (askers.Count, askers.Count(asker => asker.Contains("worker-0", StringComparison.Ordinal)))));
        Assert.Equal(3, asked.Values.SelectMany(askers => askers).Distinct().Count());
        Assert.Equal(Feeds, await db.Sources.CountAsync(s => s.Kind == SourceKind.Feed && s.LastSucceededAt != null && s.LastError == null, Stop));
        Assert.Equal((Feeds, Feeds), (await db.Articles.CountAsync(Stop), await db.Articles.Select(a => a.SourceId).Distinct().CountAsync(Stop)));
        Assert.Equal((Feeds, 1), (await db.ArticleRevisions.CountAsync(Stop), await db.ArticleRevisions.MaxAsync(r => r.Number, Stop)));
        Assert.Equal((Feeds / Incidents, Feeds / Incidents), (await db.Reports.CountAsync(Stop), await db.Reports.Select(r => r.ArticleId).Distinct().CountAsync(Stop)));
        Assert.Equal(Feeds / Incidents, await db.Incidents.SumAsync(i => i.ReportCount, Stop));
    }

    private Process Start(string contact)
    {
        var worker = CommandRun.Start(["worker"], _database!.ConnectionString,
            ("Ingestion__Fetching__AllowedNetworks__0", "127.0.0.1/32"), ("Ingestion__Fetching__HostDelay", "00:00:00"), ("Ingestion__LookEvery", "00:00:00.5"), ("Ingestion__Fetching__Contact", contact));
        // Read to the end, or a full pipe would hold it up.
        worker.OutputDataReceived += (_, _) => { };
        worker.ErrorDataReceived += (_, _) => { };
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        return worker;
    }

    private OutletResponse Answer(int n, OutletRequest request)
    {
        var asker = request.Headers["User-Agent"];
        _askers.GetOrAdd(request.Target, _ => []).Add(asker);
        // Its tenth feed has been asked for and not answered: it dies here, with whatever else it was doing.
        if (asker.Contains("worker-0", StringComparison.Ordinal) && _askers.Values.Sum(askers => askers.Count(a => a == asker)) == 10)
        {
            _workers[0].Kill();
            _workers[0].WaitForExit();
            _killed.TrySetResult(request.Target);
        }
        return new OutletResponse { ContentType = "application/rss+xml", Body = System.Text.Encoding.UTF8.GetBytes($"""
            <rss version="2.0"><channel><title>Outlet {n}</title><item><guid isPermaLink="false">{n}</guid><title>{(n % Incidents == 0 ? "A bomb" : "The weather")}, {n}</title>
            <pubDate>{new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(n / 2):R}</pubDate><description>{Text(n)}</description></item></channel></rss>
            """) };
    }

    private static string Text(int n) => n % Incidents == 0
        ? $"A roadside bomb killed two soldiers near {s_cities[n / Incidents % s_cities.Length]} in Afghanistan on Monday, an officer said in his report number {n}."
        : $"Sunshine and a light wind are expected in the valley for the next days, said the weather station in its report number {n}, and the nights will be cold.";

    private async Task<BorderWatchDbContext> OpenAsync()
    {
        var services = new ServiceCollection().AddStore(_database!.ConnectionString).BuildServiceProvider();
        return await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
    }
}
