using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Bulk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tallies;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Generation;

/// <inheritdoc cref="IIncidentGenerator"/>
internal sealed class IncidentGenerator(IDbContextFactory<BorderWatchDbContext> contexts, ITallies tallies, TimeProvider time) : IIncidentGenerator
{
    private const int BatchSize = 5000;
    private const int Outlets = 60;

    /// <inheritdoc />
    public async Task<CommandResult<int>> GenerateAsync(GenerationRequest request, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(0, refusal);
        if (request is not { Incidents: > 0 and <= 10_000_000, Years: > 0 and <= 50 }) return new(0, "Ask for 1 to 10,000,000 incidents over 1 to 50 years.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Articles.AnyAsync(article => db.Sources.Any(source => source.Id == article.SourceId && !source.IsDemo), cancellation))
            return new(0, "This database holds articles of real outlets, and invented incidents would stand among them. Name another data folder with --data, or another database.");

        var random = new Random(request.Seed);
        var now = time.GetUtcNow();
        var outlets = new WeightedChoice<Source>(await EnsureOutletsAsync(db, now, cancellation), (_, rank) => 1.0 / (rank + 4));
        var places = await GeneratedPlaces.EnsureAsync(db, cancellation);
        var actors = await GeneratedActors.EnsureAsync(db, cancellation);
        var kinds = new WeightedChoice<GeneratedKind>(GeneratedKind.Read(), (kind, _) => kind.Weight);
        var calendar = new GeneratedCalendar(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), request.Years, places, random);
        for (var done = 0; done < request.Incidents;)
        {
            var batch = Enumerable.Range(0, Math.Min(BatchSize, request.Incidents - done))
                .Select(_ => GeneratedIncident.Of(Tell(kinds, calendar, places, actors, random), outlets, places, now, random)).ToList();
            await WriteAsync(db, batch, cancellation);
            done += batch.Count;
            progress?.Report(new PollProgress(done, request.Incidents, "incidents"));
        }
        await tallies.FoldAsync(cancellation);
        // A planner without statistics takes every table for empty.
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancellation);
        return new(request.Incidents, null);
    }

    private static GeneratedStory Tell(WeightedChoice<GeneratedKind> kinds, GeneratedCalendar calendar, GeneratedPlaces places, GeneratedActors actors, Random random)
    {
        var kind = kinds.Draw(random);
        var (day, burst) = calendar.Draw(random);
        var (perpetrator, target) = actors.Draw(kind.By, random);
        var harmed = random.NextDouble() < kind.Harm;
        return new GeneratedStory(kind, day, GeneratedPlaces.Blur(burst ?? places.Draw(random), random), perpetrator, target,
            harmed && random.NextDouble() < 0.8 ? GeneratedStory.Toll(random, 1.2) : null,
            harmed && random.NextDouble() < 0.7 ? GeneratedStory.Toll(random, 2.1) : null);
    }

    private static async Task WriteAsync(BorderWatchDbContext db, IReadOnlyList<GeneratedIncident> batch, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var reports = batch.SelectMany(made => made.Reports).ToList();
        await db.CopyAsync(reports.Select(report => report.Article), cancellation);
        await db.CopyAsync(reports.Select(report => report.Revision), cancellation);
        await db.CopyAsync(batch.Select(made => made.Incident), cancellation);
        await db.CopyAsync(batch.SelectMany(made => made.Incident.Actors), cancellation);
        await db.CopyAsync(reports.Select(report => report.Report), cancellation);
        await db.CopyAsync(reports.SelectMany(report => report.Claims), cancellation);
        await IncidentTally.RefreshAsync(db, [.. batch.Select(made => made.Incident.Id)], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<IReadOnlyList<Source>> EnsureOutletsAsync(BorderWatchDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await db.Sources.ToDictionaryAsync(source => source.Name, cancellation);
        var outlets = new List<Source>();
        for (var n = 1; n <= Outlets; n++)
        {
            var name = $"Generated outlet {n} (demo)";
            if (!known.TryGetValue(name, out var outlet))
            {
                // Nothing is ever fetched from it.
                outlet = new Source { Name = name, Kind = SourceKind.Feed, FeedUrl = $"https://generated.example/{n}/rss", IsDemo = true, IsEnabled = false, CreatedAt = now };
                db.Sources.Add(outlet);
            }
            outlets.Add(outlet);
        }
        await db.SaveChangesAsync(cancellation);
        return outlets;
    }
}
