using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Looks for backfills that wait for a process, beside the polls, which must not wait for the past.</summary>
internal sealed partial class BackfillSchedule(SiteMapBackfill backfill, IOptions<IngestionOptions> options, TimeProvider time, ILogger<BackfillSchedule> log) : BackgroundService
{
    // Somebody who asks for the past looks on.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WorkOnBackfills) return;
        using var clock = new PeriodicTimer(options.Value.LookEvery < s_longestPause ? options.Value.LookEvery : s_longestPause, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await backfill.RunAllAsync(stoppingToken);
            }
            // The database may be away for a moment; the next tick tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogLookFailed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked which backfills wait")]
    private partial void LogLookFailed(Exception fault);
}
