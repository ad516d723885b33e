using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Demo;

/// <inheritdoc cref="IDemoData"/>
internal sealed class DemoData(IDbContextFactory<BorderWatchDbContext> contexts, IFeedPoller poller, IRegionCommands regions, TimeProvider time) : IDemoData
{
    private static readonly (string Name, RegionPart[] Parts)[] s_regions =
    [
        ("Afghanistan–Tajikistan border", Areas(("TJ", "Khatlon"), ("TJ", "Gorno-Badakhshan"), ("AF", "Badakhshan"), ("AF", "Takhar"), ("AF", "Kunduz"), ("AF", "Balkh"))),
        ("The Panj, 20 km on both sides", [new RegionPart.Border("AF", "TJ", 20)]),
        ("Pakistan's north-west", Areas(("PK", "Khyber Pakhtunkhwa"), ("PK", "Balochistan"))),
        ("Central Asia", Areas(("KZ", null), ("KG", null), ("TJ", null), ("TM", null), ("UZ", null))),
    ];

    /// <inheritdoc />
    public async Task<PollResult> LoadAsync(Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new PollResult(0, 0, 0, 0, 0, refusal);
        var outlets = await DemoOutlet.ListAsync(cancellation);
        var sources = await EnsureAsync(outlets, cancellation);
        var sum = new PollResult(0, 0, 0, 0, 0, null);
        foreach (var (outlet, source) in outlets.Zip(sources))
        {
            var before = sum.Items;
            var relay = progress is null ? null : new Relay(progress, p => p with { Done = before + p.Done, Total = null, Current = $"{outlet.Name}: {p.Current}" });
            var result = await poller.PollAsync(source, by, relay, cancellation);
            sum = new PollResult(
                sum.Items + result.Items, sum.NewArticles + result.NewArticles, sum.NewIncidents + result.NewIncidents, sum.NewReports + result.NewReports,
                sum.Unreadable + result.Unreadable, result.Error is null ? sum.Error : $"{outlet.Name}: {result.Error}");
        }
        return sum;
    }

    private async Task<IReadOnlyList<Guid>> EnsureAsync(IReadOnlyList<DemoOutlet> outlets, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ids = new List<Guid>();
        foreach (var outlet in outlets)
        {
            var source = await db.Sources.FirstOrDefaultAsync(s => s.Name == outlet.Name, cancellation);
            if (source is null)
            {
                source = new Source { Name = outlet.Name, Kind = SourceKind.Feed, FeedUrl = outlet.FeedPath, CountryCode = outlet.CountryCode, IsDemo = true, CreatedAt = time.GetUtcNow() };
                db.Sources.Add(source);
            }
            // The program may have moved since the demo was loaded.
            source.FeedUrl = outlet.FeedPath;
            ids.Add(source.Id);
        }
        await db.SaveChangesAsync(cancellation);
        foreach (var (name, parts) in s_regions)
        {
            if (await regions.EnsureAsync(name, parts, Caller.Program, cancellation) is { Error: { } error }) throw new InvalidOperationException(error);
        }
        return ids;
    }

    private static RegionPart[] Areas(params (string Country, string? Admin1)[] areas) => [.. areas.Select(area => new RegionPart.Area(area.Country, area.Admin1))];

    /// <summary>Passes progress on at once; <see cref="Progress{T}"/> would do so later and out of order.</summary>
    private sealed class Relay(IProgress<PollProgress> to, Func<PollProgress, PollProgress> change) : IProgress<PollProgress>
    {
        public void Report(PollProgress value) => to.Report(change(value));
    }
}
