using System.CommandLine;
using System.Text.Json;
using BorderWatch.Cli.Lines;
using BorderWatch.Extraction;

namespace BorderWatch.Cli.Extraction;

/// <summary><c>borderwatch explain</c>: how the values of articles came about, to read.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var command = new Command("explain", "Reads articles as JSON lines from standard input and prints each sentence, what was found in it, and the incidents.");
        command.SetAction(async (_, cancellation) =>
        {
            var extractor = new IncidentExtractor();
            while (await Console.In.ReadLineAsync(cancellation) is { } text)
            {
                if (string.IsNullOrWhiteSpace(text)) continue;
                try
                {
                    using var json = JsonDocument.Parse(text);
                    var line = new JsonLine(json.RootElement);
                    Print(line.Id ?? "article", extractor.Extract(ArticleLine.Read(line), explain: true));
                }
                catch (Exception bad) when (bad is JsonException or BadLineException or InvalidOperationException)
                {
                    await Console.Error.WriteLineAsync(bad.Message.AsMemory(), cancellation);
                    return 1;
                }
            }
            return 0;
        });
        return command;
    }

    private static void Print(string id, ExtractionResult result)
    {
        Console.WriteLine($"{id} ({result.Language})");
        foreach (var step in result.Steps)
            Console.WriteLine(step.Rule == "sentence" ? $"\n  {step.Span.Quote}" : $"    {step.Rule,-32} “{step.Span.Quote}”  →  {step.Value}");
        foreach (var incident in result.Incidents)
        {
            Console.WriteLine($"\n  {incident.Title}\n    {incident.Kind.Type} / {incident.Kind.SubType}, confidence {incident.Confidence:0.00}");
            foreach (var evidence in incident.Evidence)
                Console.WriteLine($"    {evidence.Field,-16} “{evidence.Quote}”{(evidence.Value is null ? "" : $"  →  {evidence.Value}")}");
        }
        foreach (var reaction in result.Reactions) Console.WriteLine($"\n  Reaction of {reaction.Speaker ?? "somebody"}: “{reaction.Quote.Quote}”");
        Console.WriteLine();
    }
}
