using BorderWatch.Store.Tallies;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Folds the tallies now and then, and once a day holds them against the incidents: a difference is told in the log and counted away.</summary>
internal sealed partial class TallyUpkeep(ITallies tallies, TimeProvider time, ILogger<TallyUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan s_betweenFolds = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_betweenChecks = TimeSpan.FromDays(1);

    private DateTimeOffset _checkedAt;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Repeating.EveryAsync(s_betweenFolds, time, KeepAsync, LogFailed, stoppingToken);

    private async Task KeepAsync(CancellationToken stop)
    {
        await tallies.FoldAsync(stop);
        if (time.GetUtcNow() - _checkedAt < s_betweenChecks) return;
        await CheckAsync(stop);
        _checkedAt = time.GetUtcNow();
    }

    /// <summary>Holds the tallies against the incidents, and counts anew where they differ.</summary>
    internal async Task CheckAsync(CancellationToken cancellation)
    {
        if (await tallies.CheckAsync(cancellation) is not (> 0 and var wrong)) return;
        LogWrong(wrong);
        await tallies.RebuildAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Wrong} of the sums beside the incidents were not what the incidents say; they are counted anew")]
    private partial void LogWrong(int wrong);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sums beside the incidents could not be kept up")]
    private partial void LogFailed(Exception fault);
}
