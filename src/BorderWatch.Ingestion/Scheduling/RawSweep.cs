using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Deletes what was fetched once it has been kept long enough. Articles, their texts and their claims stay.</summary>
internal sealed partial class RawSweep(IDbContextFactory<BorderWatchDbContext> contexts, IOptions<IngestionOptions> options, TimeProvider time, ILogger<RawSweep> log)
{
    // A transaction of this size holds nobody up.
    private const int Batch = 500;

    private static readonly TimeSpan s_pause = TimeSpan.FromHours(1);

    private DateTimeOffset _sweptAt;

    /// <summary>Sweeps where an hour has passed since the last time.</summary>
    public async Task SweepInTurnAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() - _sweptAt < s_pause) return;
        await SweepAsync(cancellation);
        _sweptAt = time.GetUtcNow();
    }

    /// <summary>Deletes all that is older than it is to be kept; returns how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - options.Value.KeepRawFor;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (swept, deleted) = (0, 0);
        do
        {
            deleted = await db.RawFetches.Where(raw => db.RawFetches.Where(r => r.FetchedAt < before).OrderBy(r => r.FetchedAt).Take(Batch).Select(r => r.Id).Contains(raw.Id)).ExecuteDeleteAsync(cancellation);
            swept += deleted;
        }
        while (deleted == Batch);
        if (swept > 0) LogSwept(swept);
        return swept;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} fetched pages and feeds were kept long enough and are deleted")]
    private partial void LogSwept(int count);
}
