using BorderWatch.Ingestion.Scheduling;
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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.WorkOnBackfills
        ? Repeating.EveryAsync(options.Value.LookEvery < s_longestPause ? options.Value.LookEvery : s_longestPause, time, backfill.RunAllAsync, LogLookFailed, stoppingToken)
        : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked which backfills wait")]
    private partial void LogLookFailed(Exception fault);
}
