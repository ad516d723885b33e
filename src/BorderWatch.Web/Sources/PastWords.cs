using System.Globalization;
using BorderWatch.Store.Backfills;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>How a backfill is told.</summary>
internal static class PastWords
{
    /// <summary>"1 Oct 2026 – 31 Oct 2026".</summary>
    public static string Period(Backfill backfill) => (backfill.From, backfill.To) switch
    {
        (null, null) => Say.It("All that there is"),
        ({ } from, null) => Say.It("From {0}", Day(from)),
        (null, { } to) => Say.It("Until {0}", Day(to)),
        ({ } from, { } to) => $"{Day(from)} – {Day(to)}",
    };

    /// <summary>Where its pages come from.</summary>
    public static string From(Backfill backfill) => backfill.Kind switch
    {
        BackfillKind.SiteMaps => Say.It("by its site maps"),
        BackfillKind.Folder => Say.It("from the folder {0}", backfill.Location),
        _ => Say.It("from the web archive {0}", backfill.Location),
    };

    /// <summary>"Running: 120 of 400 pages; 80 taken in, 30 here already, 10 failed".</summary>
    public static string State(BackfillProgress progress)
    {
        var state = progress.Backfill switch
        {
            { State: BackfillState.Running, ListedAt: null } => Say.It("Looking for its pages"),
            { State: BackfillState.Running } => Say.It("Running"),
            { State: BackfillState.Paused } => Say.It("Paused"),
            { State: BackfillState.Failed } => Say.It("Failed"),
            _ => progress.Done < progress.Total ? Say.It("Ended before its end") : Say.It("Done"),
        };
        if (progress.Total == 0) return progress.Backfill.State == BackfillState.Finished ? Say.It("Done: nothing was found") : state;
        return Say.It("{0}: {1} of {2} pages; {3}", state, Number(progress.Done), Number(progress.Total), string.Join(Say.It(", "), Parts(progress)));
    }

    private static IEnumerable<string> Parts(BackfillProgress progress)
    {
        yield return Say.It("{0} taken in", Number(progress.Counts.GetValueOrDefault(BackfillOutcome.Taken)));
        foreach (var (outcome, words) in new[] { (BackfillOutcome.Known, Say.It("here already")), (BackfillOutcome.Outside, Say.It("outside the period")), (BackfillOutcome.Failed, Say.It("failed")) })
        {
            if (progress.Counts.TryGetValue(outcome, out var count)) yield return $"{Number(count)} {words}";
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => DateWords.Day(day);
}
