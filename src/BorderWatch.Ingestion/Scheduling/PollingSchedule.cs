using BorderWatch.Store;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Polls each source when it is due; one that fails is asked less and less often, at least once a day.</summary>
internal sealed partial class PollingSchedule(
    IDbContextFactory<BorderWatchDbContext> contexts, FeedPoller poller, RawSweep sweep, IOptions<IngestionOptions> options, TimeProvider time, ILogger<PollingSchedule> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.PollDueSources
        ? Repeating.EveryAsync(options.Value.LookEvery, time, LookAsync, LogLookFailed, stoppingToken)
        : Task.CompletedTask;

    private async Task LookAsync(CancellationToken stop)
    {
        await PollDueAsync(stop);
        await sweep.SweepInTurnAsync(stop);
    }

    /// <summary>Polls every source that is due now.</summary>
    internal async Task PollDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKind.Feed && s.IsEnabled && !s.IsDemo && s.FeedUrl != null).ToListAsync(cancellation);
        var rates = await RatesAsync(db, now, cancellation);
        var due = sources.Where(s => NextPoll(s, rates.GetValueOrDefault(s.Id)) <= now).OrderBy(s => s.LastPolledAt ?? DateTimeOffset.MinValue).ToList();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = options.Value.ParallelPolls, CancellationToken = cancellation }, async (source, stop) =>
        {
            try
            {
                await poller.PollDueAsync(source, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                LogPollFailed(fault, source.Name);
            }
        });
    }

    /// <summary>When a source is due: at once before its first poll, later after each failure in a row, sooner or later as its outlet writes much or little.</summary>
    /// <param name="source">The source.</param>
    /// <param name="articlesAWeek">How many articles it has brought in the last week; null where it is too new to tell.</param>
    internal static DateTimeOffset NextPoll(Source source, int? articlesAWeek = null)
    {
        if (source.LastPolledAt is not { } last) return DateTimeOffset.MinValue;
        var pause = source.ConsecutiveFailures > 0 ? source.PollInterval * Math.Pow(2, Math.Min(source.ConsecutiveFailures, 10)) : source.PollInterval * Pace(articlesAWeek);
        if (pause > LongestPause && source.PollInterval < LongestPause) pause = LongestPause;
        return last + pause * (1 + Jitter(source, last));
    }

    // Half as often where a week has brought little, a quarter where it has brought nothing; twice as often where much comes.
    private static double Pace(int? articlesAWeek) => articlesAWeek switch { null => 1, 0 => 4, < 7 => 2, > 350 => 0.5, _ => 1 };

    // Up to a twentieth, the same for a source and poll on every machine: sources added together do not stay in step.
    private static double Jitter(Source source, DateTimeOffset last) =>
        (unchecked((ulong)(BitConverter.ToInt64(source.Id.ToByteArray(), 8) ^ last.UtcTicks) * 0x9E3779B97F4A7C15) >> 32) % 1000 / 20_000.0;

    private static async Task<Dictionary<Guid, int?>> RatesAsync(BorderWatchDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var weekAgo = now.AddDays(-7);
        return await db.Sources.Where(s => s.Kind == SourceKind.Feed && s.IsEnabled && !s.IsDemo && s.CreatedAt < weekAgo)
            .Select(s => new { s.Id, Count = (int?)db.Articles.Count(a => a.SourceId == s.Id && a.FirstSeenAt > weekAgo) })
            .ToDictionaryAsync(s => s.Id, s => s.Count, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked which sources are due")]
    private partial void LogLookFailed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Polling {Source} failed")]
    private partial void LogPollFailed(Exception fault, string source);
}
