using BorderWatch.Ingestion.Demo;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Shell;

/// <summary>
/// Loads the demo data once the application listens, when it was started with <see cref="Switch"/>, which also signs in everybody on
/// this machine.
/// </summary>
internal sealed partial class DemoAtStart(IDemoData demo, IHostApplicationLifetime lifetime, ILogger<DemoAtStart> log) : BackgroundService
{
    /// <summary>The argument that asks for it. It has no value, so it must not reach the configuration, which would take the next argument for one.</summary>
    public const string Switch = "--demo";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        var result = await demo.LoadAsync(Caller.Program, null, stoppingToken);
        if (result.Error is { } error) LogFailed(error);
        else LogLoaded(result.Items, result.NewArticles, result.NewIncidents);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data: {Articles} articles, {New} of them new, {Incidents} new incidents")]
    private partial void LogLoaded(int articles, int @new, int incidents);

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo data could not be loaded: {Reason}")]
    private partial void LogFailed(string reason);
}
