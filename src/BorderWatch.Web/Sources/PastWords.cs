using System.Globalization;
using BorderWatch.Store.Backfills;

namespace BorderWatch.Web.Sources;

/// <summary>How a backfill is told.</summary>
internal static class PastWords
{
    /// <summary>"1 Oct 2026 – 31 Oct 2026".</summary>
    public static string Period(Backfill backfill) => (backfill.From, backfill.To) switch
    {
        (null, null) => "All that there is",
        ({ } from, null) => $"From {Day(from)}",
        (null, { } to) => $"Until {Day(to)}",
        ({ } from, { } to) => $"{Day(from)} – {Day(to)}",
    };

    /// <summary>Where its pages come from.</summary>
    public static string From(Backfill backfill) => backfill.Kind switch
    {
        BackfillKind.SiteMaps => "by its site maps",
        BackfillKind.Folder => $"from the folder {backfill.Location}",
        _ => $"from the web archive {backfill.Location}",
    };

    /// <summary>"Running: 120 of 400 pages; 80 taken in, 30 here already, 10 failed".</summary>
    public static string State(BackfillProgress progress)
    {
        var state = progress.Backfill switch
        {
            { State: BackfillState.Running, ListedAt: null } => "Looking for its pages",
            { State: BackfillState.Running } => "Running",
            { State: BackfillState.Paused } => "Paused",
            { State: BackfillState.Failed } => "Failed",
            _ => progress.Done < progress.Total ? "Ended before its end" : "Done",
        };
        if (progress.Total == 0) return progress.Backfill.State == BackfillState.Finished ? "Done: nothing was found" : state;
        return $"{state}: {Number(progress.Done)} of {Number(progress.Total)} pages; {string.Join(", ", Parts(progress))}";
    }

    private static IEnumerable<string> Parts(BackfillProgress progress)
    {
        yield return $"{Number(progress.Counts.GetValueOrDefault(BackfillOutcome.Taken))} taken in";
        foreach (var (outcome, words) in new[] { (BackfillOutcome.Known, "here already"), (BackfillOutcome.Outside, "outside the period"), (BackfillOutcome.Failed, "failed") })
        {
            if (progress.Counts.TryGetValue(outcome, out var count)) yield return $"{Number(count)} {words}";
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
