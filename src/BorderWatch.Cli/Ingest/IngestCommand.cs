using System.CommandLine;
using BorderWatch.Cli.Database;

namespace BorderWatch.Cli.Ingest;

/// <summary><c>borderwatch ingest</c>: takes feeds and articles in by hand.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> What = new("what")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "A feed's or an article's address; a file that holds a feed, a page or plain text; or - for standard input. A feed's address becomes a source that is polled from then on.",
    };

    private static readonly Option<string?> Outlet = new("--outlet") { Description = "The outlet's name; by default what the feed or page calls itself." };

    private static readonly Option<string?> Country = new("--country") { Description = "The outlet's home country, ISO 3166-1 alpha-2." };

    public static Command Create()
    {
        var command = StoreCommand.Create("ingest", "Takes feeds, pages and texts in, once, and prints what came of them.", static async (store, parsed, cancellation) =>
        {
            var ingest = new Ingestor(store, parsed.GetValue(Outlet), parsed.GetValue(Country)?.ToUpperInvariant());
            var status = 0;
            foreach (var what in parsed.GetRequiredValue(What)) status = Math.Max(status, await ingest.TakeAsync(what, cancellation));
            return status;
        });
        command.Add(What);
        command.Add(Outlet);
        command.Add(Country);
        return command;
    }
}
