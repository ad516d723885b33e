using System.CommandLine;
using BorderWatch.Cli.Accounts;
using BorderWatch.Cli.Database;
using BorderWatch.Cli.Demo;
using BorderWatch.Cli.Extraction;
using BorderWatch.Cli.Feeds;
using BorderWatch.Cli.Generation;
using BorderWatch.Cli.Imports;
using BorderWatch.Cli.Ingest;
using BorderWatch.Cli.Outlets;
using BorderWatch.Cli.Pages;
using BorderWatch.Cli.Places;
using BorderWatch.Cli.Reprocess;

var root = new RootCommand("BorderWatch: security incidents out of news.")
{
    ExtractCommand.Create(),
    ExplainCommand.Create(),
    PlacesCommand.Create(),
    GazetteerCommand.Create(),
    ReadCommand.Create(),
    FeedCommand.Create(),
    IngestCommand.Create(),
    WorkerCommand.Create(),
    ImportCommand.Create(),
    BackfillCommand.Create(),
    ReprocessCommand.Create(),
    OutletsCommand.Create(),
    OpmlCommand.Create(),
    DemoCommand.Create(),
    GenerateCommand.Create(),
    UserCommand.Create(),
    MigrateCommand.Create(),
    VerifyCommand.Create(),
};
// Longer than the database takes to stop: cut short, it would be left behind.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
