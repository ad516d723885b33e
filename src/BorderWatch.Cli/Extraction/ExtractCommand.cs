using System.CommandLine;
using BorderWatch.Cli.Lines;
using BorderWatch.Extraction;

namespace BorderWatch.Cli.Extraction;

/// <summary><c>borderwatch extract</c>: articles in, incidents out.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var command = new Command("extract", "Reads articles as JSON lines from standard input and prints the incidents that each reports.");
        command.SetAction((_, cancellation) =>
        {
            var extractor = new IncidentExtractor();
            return JsonLinesFilter.RunAsync((line, writer) => IncidentJson.Write(writer, extractor.Extract(ArticleLine.Read(line))), cancellation);
        });
        return command;
    }
}
