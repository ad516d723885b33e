using BorderWatch.Store.Backfills;

namespace BorderWatch.Cli.Imports;

/// <summary>Says in lines how far a backfill has come.</summary>
internal static class BackfillPrinter
{
    public static void Print(BackfillProgress progress)
    {
        int Count(BackfillOutcome outcome) => progress.Counts.GetValueOrDefault(outcome);
        Console.WriteLine($"{progress.Done} of {progress.Total} pages done: {Count(BackfillOutcome.Taken)} taken in, {Count(BackfillOutcome.Known)} here already, {Count(BackfillOutcome.Outside)} outside the period, {Count(BackfillOutcome.Failed)} failed.");
        foreach (var (reason, count) in progress.Failures) Console.WriteLine($"  {count} failed: {reason}");
        if (progress.Backfill.Note is { } note) Console.WriteLine(note);
    }
}
