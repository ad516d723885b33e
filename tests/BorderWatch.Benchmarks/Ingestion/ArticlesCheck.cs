using System.Diagnostics;
using System.Globalization;
using BorderWatch.Extraction;
using BorderWatch.Ingestion;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Benchmarks.Ingestion;

/// <summary>
/// Takes articles in as one worker does: extracted, matched, derived, stored. Wants an empty database. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- articles "Host=…;Database=…" 100000</c>
/// </summary>
internal static class ArticlesCheck
{
    private const int Outlets = 8;

    public static async Task<int> RunAsync(string connectionString, int count, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddStore(connectionString).AddIngestion(options => options.PollDueSources = false).BuildServiceProvider();
        await services.MigrateStoreAsync(cancellation);
        var desk = services.GetRequiredService<IFeedDesk>();
        var articles = WireArticles.Make(count).ToList();
        // The gazetteer is loaded and the code compiled before the clock starts.
        var extractor = new IncidentExtractor();
        foreach (var item in articles.Take(200)) Extract(extractor, item);
        var extraction = Stopwatch.StartNew();
        foreach (var item in articles.Take(2000)) Extract(extractor, item);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| extraction alone | {Math.Min(2000, count) / extraction.Elapsed.TotalSeconds:F0} articles a second |"));

        var (tenths, costs, incidents, reports) = (new List<double>(), new List<double>(), 0, 0);
        foreach (var tenth in articles.Chunk((count + 9) / 10))
        {
            var (began, cost) = (Stopwatch.GetTimestamp(), await ProcessorTime.OfAsync(connectionString, cancellation));
            // A batch at a time from each outlet, as polls bring them.
            foreach (var (batch, n) in tenth.Chunk(25).Select((batch, n) => (batch, n)))
            {
                var taken = await desk.TakeAsync(new Feed("RSS", $"Outlet {n % Outlets}", null, batch, []), $"Outlet {n % Outlets}", null, Caller.Local, null, cancellation);
                if (taken.Error is not null || taken.NewArticles != batch.Length) throw new InvalidOperationException($"Of {batch.Length} articles {taken.NewArticles} were taken. {taken.Error}");
                (incidents, reports) = (incidents + taken.NewIncidents, reports + taken.NewReports);
            }
            tenths.Add(tenth.Length / Stopwatch.GetElapsedTime(began).TotalSeconds);
            // The clock says what else the machine does; the processors' time does not.
            var (own, server) = await ProcessorTime.OfAsync(connectionString, cancellation) is var (o, d) ? (o - cost.Own, d - cost.Server) : default;
            costs.Add((own + server).TotalMilliseconds / tenth.Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| tenth {tenths.Count} | {tenths[^1]:F1} articles a second | {own.TotalMilliseconds / tenth.Length:F1} ms of processor an article | and {server.TotalMilliseconds / tenth.Length:F1} ms in the database |"));
        }
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} articles, {incidents} incidents, {reports} further reports. Last tenth against first: {tenths[^1] / tenths[0]:P0} by the clock, {costs[0] / costs[^1]:P0} by processor time. Peak memory {self.PeakWorkingSet64 / (1024.0 * 1024):F0} MB."));
        await CopyRate.PrintAsync(connectionString, cancellation);
        return 0;
    }

    private static void Extract(IncidentExtractor extractor, FeedItem item) => extractor.Extract(new ArticleText(item.Content!, item.Title, item.PublishedAt, "Outlet", null));
}
