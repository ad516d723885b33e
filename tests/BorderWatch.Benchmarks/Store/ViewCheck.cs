using System.Diagnostics;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Map;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorderWatch.Benchmarks.Store;

/// <summary>
/// Times what the pages read, beside the same question as SQL written by hand, over a store that <c>borderwatch generate</c> filled. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- views "Host=…;Database=…" [part of a name]</c>
/// </summary>
internal sealed class ViewCheck(IServiceProvider services, NpgsqlDataSource source)
{
    private const int Runs = 40;
    private static readonly GeoBox s_region = new(45, 22, 90, 56);
    private static readonly GeoBox s_valley = new(67, 36, 73, 40);
    private static readonly CancellationToken s_never = CancellationToken.None;

    private readonly ITimelineQuery _timeline = services.GetRequiredService<ITimelineQuery>();
    private readonly IMapQuery _map = services.GetRequiredService<IMapQuery>();

    public static async Task<int> RunAsync(string connectionString, string? only)
    {
        await using var services = new ServiceCollection().AddStore(connectionString).BuildServiceProvider();
        await services.MigrateStoreAsync(s_never);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await new ViewCheck(services, source).RunAsync(only);
        return 0;
    }

    private async Task RunAsync(string? only)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();
        var actor = await db.IncidentActors.GroupBy(part => part.ActorId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(s_never);
        var region = (await services.GetRequiredService<IRegionCommands>().EnsureAsync(
            "Measured", [new RegionPart.Area("TJ", "Khatlon"), new RegionPart.Area("TJ", "Gorno-Badakhshan"), new RegionPart.Area("AF", "Badakhshan"), new RegionPart.Area("AF", "Takhar")], BorderWatch.Store.Accounts.Caller.Local, s_never)).Value;
        // A third of all incidents.
        var country = (await services.GetRequiredService<IRegionCommands>().EnsureAsync("Measured country", [new RegionPart.Area("AF")], BorderWatch.Store.Accounts.Caller.Local, s_never)).Value;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var (quarter, year, middle) = (today.AddDays(-90), today.AddDays(-365), new TimelineCursor(today.AddYears(-5), new Guid("80000000-0000-0000-0000-000000000000")));

        // As in a server that has been up for a while: compiled, and compiled again where it is hot.
        for (var warming = 0; warming < 1500; warming++) await PageAsync(warming % 2 == 0 ? new() : new() { Countries = ["TJ"] });

        await TimeAsync(only, "page: newest", () => PageAsync(new()), ViewSql.Page(""));
        await TimeAsync(only, "page: five years back", () => _timeline.PageAsync(new(), middle, 60, s_never), ViewSql.Page($"AND (i.timeline_date, i.id) < ('{middle.Date:O}', '{middle.Id}')"));
        await TimeAsync(only, "page: one country, one type", () => PageAsync(new() { Countries = ["TJ"], EventTypes = ["Battles"] }), ViewSql.Page("AND i.country_code = 'TJ' AND i.event_type = 'Battles'"));
        await TimeAsync(only, "page: province", () => PageAsync(new() { Countries = ["TJ"], Admin1 = "Khatlon" }), ViewSql.Page("AND i.country_code = 'TJ' AND i.admin1 = 'Khatlon'"));
        await TimeAsync(only, "page: region", () => PageAsync(new() { RegionId = region }), ViewSql.Page(
            $"AND EXISTS (SELECT FROM region_areas a WHERE a.region_id = '{region}' AND a.country_code = i.country_code AND (a.admin1 IS NULL OR a.admin1 = i.admin1))"));
        await TimeAsync(only, "page: frequent actor", () => PageAsync(new() { Actors = [new(actor)] }), ViewSql.Page($"AND EXISTS (SELECT FROM incident_actors ia WHERE ia.incident_id = i.id AND ia.actor_id = '{actor}')"));
        await TimeAsync(only, "page: ten and more killed", () => PageAsync(new() { Killed = new(10, null) }), ViewSql.Page("AND coalesce(i.killed_best, i.killed_low) >= 10"));
        await TimeAsync(only, "search: a place", () => PageAsync(new() { Text = "Ishkashim" }), ViewSql.Search("Ishkashim"));
        await TimeAsync(only, "search: a frequent word", () => PageAsync(new() { Text = "killed" }), ViewSql.Search("killed"));
        await TimeAsync(only, "search: three words, one excluded", () => PageAsync(new() { Text = "drone Kandahar -convoy" }), ViewSql.Search("drone Kandahar -convoy"));
        await TimeAsync(only, "search: a misspelt place", () => PageAsync(new() { Text = "Kandaharr" }), null);
        await TimeAsync(only, "map: everything", () => _map.SpotsAsync(new(), s_region, 0.5, s_never), ViewSql.Map("", s_region, 0.5));
        await TimeAsync(only, "map: ninety days", () => _map.SpotsAsync(new() { From = quarter }, s_region, 0.5, s_never), ViewSql.Map($"AND i.timeline_date >= '{quarter:O}'", s_region, 0.5));
        await TimeAsync(only, "map: a valley, everything", () => _map.SpotsAsync(new(), s_valley, 0.05, s_never), ViewSql.Map("", s_valley, 0.05));
        await TimeAsync(only, "map: what and how many, everything", () => _map.ExtentAsync(new(), s_never), null);
        await TimeAsync(only, "histogram: everything", () => _timeline.HistogramAsync(new(), s_never), ViewSql.Histogram(""));
        await TimeAsync(only, "histogram: one year", () => _timeline.HistogramAsync(new() { From = year }, s_never), ViewSql.Histogram($"AND i.timeline_date >= '{year:O}'"));
        await TimeAsync(only, "count: everything", () => _timeline.CountAsync(new(), s_never), ViewSql.Count(""));
        await TimeAsync(only, "facets: everything", () => _timeline.FacetsAsync(new(), s_never), null);
        await TimeAsync(only, "facets: ninety days", () => _timeline.FacetsAsync(new() { From = quarter }, s_never), null);
        await RegionAsync(only, "region", region, quarter, year, today);
        await RegionAsync(only, "country", country, quarter, year, today);
        await TimeAsync(only, "actors: three letters", () => services.GetRequiredService<IActorQuery>().SuggestAsync("inv", 10, s_never), null);
        await TimeAsync(only, "match candidates", () => services.GetRequiredService<IMatchCandidates>().FindAsync(db, new(quarter, quarter.AddDays(3), "TJ", ["Battles"]), s_never), null);
    }

    private async Task RegionAsync(string? only, string name, Guid region, DateOnly quarter, DateOnly year, DateOnly today)
    {
        var (regions, compared) = (services.GetRequiredService<IRegionQuery>(), services.GetRequiredService<IRegionComparison>());
        await TimeAsync(only, $"{name}: ninety days", () => regions.SummariseAsync(region, quarter, today, s_never), ViewSql.Region(region, quarter, today));
        await TimeAsync(only, $"{name}: one year", () => regions.SummariseAsync(region, year, today, s_never), ViewSql.Region(region, year, today));
        await TimeAsync(only, $"{name}: one year beside the year before", () => compared.CompareAsync([region], new(year, today), new(year.AddYears(-1), today.AddYears(-1)), s_never), null);
        await TimeAsync(only, $"{name}: calendar", () => compared.CalendarAsync(region, today.Year, s_never), null);
    }

    private Task PageAsync(TimelineFilter filter) => _timeline.PageAsync(filter, null, 60, s_never);

    // Turn by turn, so that whatever else the machine does falls on both.
    private async Task TimeAsync(string? only, string name, Func<Task> ours, string? sql)
    {
        if (only is not null && !name.Contains(only, StringComparison.Ordinal)) return;
        var (own, byHand) = (new List<double>(), new List<double>());
        for (var run = -3; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await ours();
            if (run >= 0) own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (sql is null) continue;
            began = Stopwatch.GetTimestamp();
            await ReadAsync(sql);
            if (run >= 0) byHand.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var compared = byHand.Count == 0 ? "| |" : $"| {At(byHand, .5):F0} · {At(byHand, .95):F0} ms | {At(own, .5) / At(byHand, .5):F2} · {At(own, .95) / At(byHand, .95):F2}";
        Console.WriteLine($"| {name} | {At(own, .5):F0} · {At(own, .95):F0} ms {compared} |");
    }

    private async Task ReadAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(s_never);
        do
        {
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync(s_never)) reader.GetValues(values);
        }
        while (await reader.NextResultAsync(s_never));
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);
}
