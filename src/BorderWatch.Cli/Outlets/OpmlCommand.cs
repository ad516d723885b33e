using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Cli.Outlets;

/// <summary><c>borderwatch opml</c>: prints the sources as a list of feeds, or takes one over.</summary>
internal static class OpmlCommand
{
    private static readonly Option<FileInfo?> Import = new("--import") { Description = "A list of feeds to take over; without it the sources are printed as one.", HelpName = "file" };

    public static Command Create()
    {
        var command = StoreCommand.Create("opml", "Prints the sources as OPML, or takes the feeds of an OPML file over.", static async (store, parsed, cancellation) =>
        {
            if (parsed.GetValue(Import) is not { } file)
            {
                Console.Write((await store.Get<IFeedList>().ExportAsync(Caller.Local, cancellation)).Value);
                return 0;
            }
            if (!file.Exists)
            {
                await Console.Error.WriteLineAsync($"There is no file {file.FullName}.".AsMemory(), cancellation);
                return 1;
            }
            var import = await store.Get<IFeedList>().ImportAsync(await File.ReadAllTextAsync(file.FullName, cancellation), Caller.Local, cancellation);
            foreach (var refused in import.Error is null ? import.Refused : [import.Error]) await Console.Error.WriteLineAsync(refused.AsMemory(), cancellation);
            Console.WriteLine($"{import.Added} sources added, {import.Known} were here already, {import.Refused.Count} refused.");
            return import.Error is null && import.Refused.Count == 0 ? 0 : 1;
        });
        command.Add(Import);
        return command;
    }
}
