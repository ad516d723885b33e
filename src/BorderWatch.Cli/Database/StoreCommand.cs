using System.CommandLine;
using BorderWatch.Postgres;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Cli.Database;

/// <summary>A command that works on the store.</summary>
internal static class StoreCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder; by default that of the application. ConnectionStrings__BorderWatch, when set, names another server.", HelpName = "folder" };

    /// <summary>Makes the command.</summary>
    /// <param name="name">How it is called.</param>
    /// <param name="description">What it does, for its help.</param>
    /// <param name="act">Works on the store; returns the exit status.</param>
    /// <param name="level">The least that is told on standard error.</param>
    public static Command Create(string name, string description, Func<OpenStore, ParseResult, CancellationToken, Task<int>> act, LogLevel level = LogLevel.Warning)
    {
        var command = new Command(name, description) { Data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, act, level, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<OpenStore, ParseResult, CancellationToken, Task<int>> act, LogLevel level, CancellationToken cancellation)
    {
        try
        {
            await using var store = await OpenStore.OpenAsync(parsed.GetValue(Data), level, cancellation);
            return await act(store, parsed, cancellation);
        }
        catch (PrivatePostgresException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. What was taken in before is kept.");
            return 130;
        }
    }
}
