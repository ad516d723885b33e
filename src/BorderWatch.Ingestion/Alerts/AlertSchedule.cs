using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Alerts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>Looks whether rules fire, and sends what is due, in any number of processes.</summary>
internal sealed partial class AlertSchedule(IAlertFiring firing, AlertSending sending, IOptions<AlertOptions> options, TimeProvider time, ILogger<AlertSchedule> log) : BackgroundService
{
    private DateTimeOffset? _escalationAt;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsEnabled
        // Beside each other: a receiver that stalls holds no notice up.
        ? Task.WhenAll(RepeatAsync(FireAsync, stoppingToken), RepeatAsync(sending.SendDueAsync, stoppingToken))
        : Task.CompletedTask;

    /// <summary>Looks at every rule once; returns how many notices there were.</summary>
    internal async Task<int> FireAsync(CancellationToken cancellation)
    {
        var fired = 0;
        foreach (var rule in await firing.StandingAsync(AlertKind.Incidents, cancellation)) fired += await FireAsync(rule, cancellation);
        if (time.GetUtcNow() - _escalationAt < options.Value.EscalationEvery) return fired;
        foreach (var rule in await firing.StandingAsync(AlertKind.Escalation, cancellation)) fired += await FireAsync(rule, cancellation);
        _escalationAt = time.GetUtcNow();
        return fired;
    }

    private async Task<int> FireAsync(Guid rule, CancellationToken cancellation)
    {
        try
        {
            return await firing.FireAsync(rule, cancellation);
        }
        // One rule that cannot be read keeps no other from firing.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogRuleFailed(fault, rule);
            return 0;
        }
    }

    private Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken stop) => Repeating.EveryAsync(options.Value.LookEvery, time, work, LogFailed, stop);

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked whether rule {Rule} fires")]
    private partial void LogRuleFailed(Exception fault, Guid rule);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts could not be looked for or sent")]
    private partial void LogFailed(Exception fault);
}
