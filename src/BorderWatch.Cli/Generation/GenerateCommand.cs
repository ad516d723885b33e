using System.CommandLine;
using System.Diagnostics;
using BorderWatch.Cli.Database;
using BorderWatch.Cli.Ingest;
using BorderWatch.Ingestion.Generation;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Cli.Generation;

/// <summary><c>borderwatch generate</c>: fills an empty database with invented incidents, to see how BorderWatch bears them.</summary>
internal static class GenerateCommand
{
    private static readonly Option<int> Incidents = new("--incidents") { Description = "How many incidents to invent.", HelpName = "number", Required = true };
    private static readonly Option<int> Years = new("--years") { Description = "Over how many years until yesterday.", HelpName = "number", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same number tells the same stories.", HelpName = "number", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = StoreCommand.Create("generate", "Fills a database that holds no real article with invented incidents, marked as demo, for trying how it bears them.", static async (store, parsed, cancellation) =>
        {
            var began = Stopwatch.GetTimestamp();
            var request = new GenerationRequest(parsed.GetValue(Incidents), parsed.GetValue(Years), parsed.GetValue(Seed));
            var made = await store.Get<IIncidentGenerator>().GenerateAsync(request, Caller.Local, new ConsoleProgress(), cancellation);
            if (made.Error is { } error)
            {
                await Console.Error.WriteLineAsync(error);
                return 1;
            }
            Console.WriteLine($"{made.Value} incidents in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s.");
            return 0;
        });
        command.Add(Incidents);
        command.Add(Years);
        command.Add(Seed);
        return command;
    }
}
