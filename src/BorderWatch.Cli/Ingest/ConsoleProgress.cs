using BorderWatch.Ingestion.Scheduling;

namespace BorderWatch.Cli.Ingest;

/// <summary>Shows on a terminal how far it has come, in one line that is written over; says nothing into a file or a pipe.</summary>
internal sealed class ConsoleProgress : IProgress<PollProgress>
{
    public void Report(PollProgress value)
    {
        if (Console.IsErrorRedirected) return;
        var line = $"{value.Done}{(value.Total is { } total ? $" of {total}" : "")}  {value.Current}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        Console.Error.Write($"\r{(line.Length > width ? line[..width] : line.PadRight(width))}");
        if (value.Current == "Done") Console.Error.Write($"\r{new string(' ', width)}\r");
    }
}
