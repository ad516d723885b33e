using System.Diagnostics;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Benchmarks.Store;

/// <summary>
/// Times the store's reads over the volume that <c>volume.sql</c> makes. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- volume "Host=…;Database=…"</c>
/// </summary>
internal static class VolumeCheck
{
    private const int Runs = 5;
    private static readonly Guid Small = new("0190aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Large = new("0190aaaa-0000-7000-8000-000000000002");

    public static async Task<int> RunAsync(string connectionString, string? only, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddStore(connectionString).BuildServiceProvider();
        var timeline = services.GetRequiredService<ITimelineQuery>();
        var regions = services.GetRequiredService<IRegionQuery>();
        await using var db = services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();
        var actors = await db.IncidentActors.GroupBy(part => part.ActorId).OrderByDescending(g => g.Count()).Select(g => g.Key).ToListAsync(cancellation);
        var source = await db.Sources.Where(s => s.Name == "Outlet 1").Select(s => s.Id).SingleAsync(cancellation);
        var (middle, id) = (new DateOnly(2021, 6, 1), new Guid("80000000-0000-0000-0000-000000000000"));
        var (from, to) = (new DateOnly(2026, 8, 25), new DateOnly(2026, 11, 24));

        Task Page(TimelineFilter filter) => timeline.PageAsync(filter, null, 50, cancellation);
        var reads = new (string Name, Func<Task> Read)[]
        {
            ("page: no filter", () => Page(new())),
            ("page: in the middle of ten years", () => timeline.PageAsync(new(), new TimelineCursor(middle, id), 50, cancellation)),
            ("page: one country", () => Page(new() { Countries = ["TJ"] })),
            ("page: three countries, two types", () => Page(new() { Countries = ["TJ", "KG", "AF"], EventTypes = ["Protests", "Riots"] })),
            ("page: one event type", () => Page(new() { EventTypes = ["Strategic developments"] })),
            ("page: province", () => Page(new() { Admin1 = "Province5", Countries = ["TJ"] })),
            ("page: small region", () => Page(new() { RegionId = Small })),
            ("page: large region", () => Page(new() { RegionId = Large })),
            ("page: frequent actor", () => Page(new() { Actors = [new(actors[0])] })),
            ("page: rare actor", () => Page(new() { Actors = [new(actors[^1])] })),
            ("page: source", () => Page(new() { SourceId = source })),
            ("page: rejected", () => Page(new() { Status = IncidentStatus.Rejected })),
            ("search: rare word", () => Page(new() { Text = "village1234" })),
            ("search: frequent word", () => Page(new() { Text = "killed" })),
            ("search: two words, one excluded", () => Page(new() { Text = "drone market -convoy" })),
            ("search: misspelt name", () => Page(new() { Text = "vilage1234" })),
            ("count: no filter", () => timeline.CountAsync(new(), cancellation)),
            ("count: frequent word", () => timeline.CountAsync(new() { Text = "killed" }, cancellation)),
            ("facets: no filter", () => timeline.FacetsAsync(new(), cancellation)),
            ("facets: three months", () => timeline.FacetsAsync(new() { From = from, To = to }, cancellation)),
            ("map: no filter, 2,000 points", () => timeline.MapAsync(new(), 2000, cancellation)),
            ("map: three months", () => timeline.MapAsync(new() { From = from, To = to }, 2000, cancellation)),
            ("summary: large region, three months", () => regions.SummariseAsync(Large, from, to, cancellation)),
            ("match candidates", () => services.GetRequiredService<IMatchCandidates>().FindAsync(db, new(from, from.AddDays(3), "TJ", ["Battles"]), cancellation)),
            ("actors: three letters", () => services.GetRequiredService<IActorQuery>().SuggestAsync("a1b", 10, cancellation)),
            ("sources", () => services.GetRequiredService<ISourceQuery>().ListAsync(cancellation)),
        };
        foreach (var (name, read) in reads.Where(read => only is null || read.Name.Contains(only, StringComparison.Ordinal)))
        {
            await read();
            var times = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                var began = Stopwatch.GetTimestamp();
                await read();
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            Console.WriteLine($"| {name} | {times.Order().ElementAt(Runs / 2):F0} ms |");
        }
        return 0;
    }
}
