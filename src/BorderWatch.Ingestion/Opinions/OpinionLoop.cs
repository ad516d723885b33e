using BorderWatch.Ingestion.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Asks for second opinions, in any number of processes; where no model is configured, does nothing at all.</summary>
internal sealed partial class OpinionLoop(OpinionAsking asking, IOptions<SecondOpinionOptions> options, TimeProvider time, ILogger<OpinionLoop> log) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value is { IsConfigured: true, Asks: true }
        ? Repeating.EveryAsync(options.Value.LookEvery, time, asking.AskDueAsync, LogFailed, stoppingToken)
        : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be looked whether second opinions are due")]
    private partial void LogFailed(Exception fault);
}
