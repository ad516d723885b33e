using System.CommandLine;
using BorderWatch.Cli.Extraction;
using BorderWatch.Cli.Feeds;
using BorderWatch.Cli.Pages;
using BorderWatch.Cli.Places;

var root = new RootCommand("BorderWatch: security incidents out of news.")
{
    ExtractCommand.Create(),
    ExplainCommand.Create(),
    PlacesCommand.Create(),
    ReadCommand.Create(),
    FeedCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
