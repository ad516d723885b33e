using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Cli.Ingest;
using BorderWatch.Ingestion.Demo;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Cli.Demo;

/// <summary><c>borderwatch demo</c>: loads the articles that the project brings.</summary>
internal static class DemoCommand
{
    public static Command Create() => StoreCommand.Create("demo", "Loads the demo: articles of invented outlets, through the same way as any feed. Twice adds nothing.", static async (store, _, cancellation) =>
    {
        var loaded = await store.Get<IDemoData>().LoadAsync(Caller.Local, new ConsoleProgress(), cancellation);
        return ResultWords.Print("The demo", loaded);
    });
}
