using System.CommandLine;
using BorderWatch.Cli.Database;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Cli.Ingest;

/// <summary><c>borderwatch worker</c>: polls the sources that are due, beside the application or alone, until it is stopped.</summary>
internal static class WorkerCommand
{
    public static Command Create() => StoreCommand.Create("worker", "Polls the sources that are due until it is stopped. Any number of them share the work.", static async (store, _, cancellation) =>
    {
        await store.Host.StartAsync(cancellation);
        Console.WriteLine("The worker polls the sources that are due. Ctrl+C stops it.");
        using var stopped = new SemaphoreSlim(0);
        using var registration = cancellation.Register(() => stopped.Release());
        await stopped.WaitAsync(CancellationToken.None);
        await store.Host.StopAsync(CancellationToken.None);
        Console.WriteLine("The worker has stopped.");
        return 0;
    }, LogLevel.Information);
}
