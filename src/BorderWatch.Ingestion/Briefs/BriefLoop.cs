using BorderWatch.Ingestion.Alerts;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Briefs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Briefs;

/// <summary>Makes the briefs that schedules ask for, in any number of processes; as often as alerts are looked for.</summary>
internal sealed partial class BriefLoop(IBriefMaking briefs, IOptions<AlertOptions> options, TimeProvider time, ILogger<BriefLoop> log) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsEnabled
        ? Repeating.EveryAsync(options.Value.LookEvery, time, MakeDueAsync, LogFailed, stoppingToken)
        : Task.CompletedTask;

    /// <summary>Makes every brief that is due now; returns how many.</summary>
    internal async Task<int> MakeDueAsync(CancellationToken cancellation)
    {
        var made = 0;
        foreach (var schedule in await briefs.DueAsync(cancellation))
        {
            try
            {
                if (await briefs.MakeAsync(schedule, cancellation) is not { } brief) continue;
                LogMade(brief, schedule);
                made++;
            }
            // One that cannot be made keeps no other from being made; it is tried again at the next look.
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                LogOneFailed(fault, schedule);
            }
        }
        return made;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Brief {Brief} is made, as schedule {Schedule} asks")]
    private partial void LogMade(Guid brief, Guid schedule);

    [LoggerMessage(Level = LogLevel.Error, Message = "The brief of schedule {Schedule} could not be made; it is tried again")]
    private partial void LogOneFailed(Exception fault, Guid schedule);

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked which briefs are due")]
    private partial void LogFailed(Exception fault);
}
