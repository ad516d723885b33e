using BorderWatch.Store;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Polls each source when it is due; one that fails is asked less and less often, at least once a day.</summary>
internal sealed partial class PollingSchedule(
    IDbContextFactory<BorderWatchDbContext> contexts, IFeedPoller poller, IOptions<IngestionOptions> options, TimeProvider time, ILogger<PollingSchedule> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.PollDueSources) return;
        using var clock = new PeriodicTimer(options.Value.LookEvery, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PollDueAsync(stoppingToken);
            }
            // The database may be away for a moment; the next tick tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLookFailed(fault);
            }
        }
    }

    /// <summary>Polls every source that is due now.</summary>
    internal async Task PollDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKind.Feed && s.IsEnabled && !s.IsDemo && s.FeedUrl != null).ToListAsync(cancellation);
        var due = sources.Where(s => NextPoll(s) <= now).OrderBy(s => s.LastPolledAt ?? DateTimeOffset.MinValue).ToList();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = options.Value.ParallelPolls, CancellationToken = cancellation }, async (source, stop) =>
        {
            try
            {
                await poller.PollAsync(source.Id, null, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogPollFailed(fault, source.Name);
            }
        });
    }

    /// <summary>When a source is due: at once before its first poll, later after each failure in a row.</summary>
    internal static DateTimeOffset NextPoll(Source source)
    {
        if (source.LastPolledAt is not { } last) return DateTimeOffset.MinValue;
        var pause = source.PollInterval * Math.Pow(2, Math.Min(source.ConsecutiveFailures, 10));
        return last + (pause > LongestPause && source.PollInterval < LongestPause ? LongestPause : pause);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked which sources are due")]
    private partial void LogLookFailed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Polling {Source} failed")]
    private partial void LogPollFailed(Exception fault, string source);
}
