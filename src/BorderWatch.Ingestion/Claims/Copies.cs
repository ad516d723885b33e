using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>
/// Finds among an incident's reports those that an outlet took over from another, as agencies' customers do: one account,
/// however many print it, has one voice in what is derived.
/// </summary>
internal static class Copies
{
    // So much of the shorter text stands in the longer one: outlets add their own first line, or leave the last paragraphs out.
    private const double Shared = 0.8;

    private const int RunOfWords = 4;

    // A text of fewer runs can be like another by chance.
    private const int FewestRuns = 12;

    /// <summary>The reports as the rules of derivation read them, each account once: as its first outlet published it.</summary>
    public static IReadOnlyList<StandingReport> Without(IReadOnlyList<LoadedReport> reports)
    {
        if (reports.Count < 2) return [.. reports.Select(r => r.Standing)];
        var runs = reports.ToDictionary(r => r.Id, r => Runs(r.Text));
        return [.. reports.Where(r => OriginalOf(r, reports, runs) is null).Select(r => r.Standing)];
    }

    /// <summary>The report that this one is a copy of; null where it is none.</summary>
    public static LoadedReport? OriginalOf(LoadedReport report, IReadOnlyList<LoadedReport> reports) =>
        reports.Count < 2 ? null : OriginalOf(report, reports, reports.ToDictionary(r => r.Id, r => Runs(r.Text)));

    private static LoadedReport? OriginalOf(LoadedReport report, IReadOnlyList<LoadedReport> reports, Dictionary<Guid, HashSet<string>> runs) =>
        reports.Where(other => other.SourceId != report.SourceId && IsEarlier(other, report) && SameFigures(other, report) && Alike(runs[other.Id], runs[report.Id]))
            .OrderBy(other => other.At).ThenBy(other => other.Id).FirstOrDefault();

    private static bool IsEarlier(LoadedReport a, LoadedReport b) => a.At < b.At || (a.At == b.At && a.Id.CompareTo(b.Id) < 0);

    // An agency's update repeats nine tenths of its first report, and the tenth is the new toll.
    private static bool SameFigures(LoadedReport a, LoadedReport b) => Figures(a).SetEquals(Figures(b));

    private static HashSet<(ClaimField, ClaimValue)> Figures(LoadedReport report) =>
        [.. report.Claims.Where(c => c.Field is ClaimField.Killed or ClaimField.Injured or ClaimField.Abducted).Select(c => (c.Field, c.Value))];

    private static bool Alike(HashSet<string> a, HashSet<string> b)
    {
        var (fewer, more) = a.Count <= b.Count ? (a, b) : (b, a);
        return fewer.Count >= FewestRuns && fewer.Count(more.Contains) >= Shared * fewer.Count;
    }

    private static HashSet<string> Runs(string text)
    {
        var words = NameKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + RunOfWords <= words.Length; at++) runs.Add(string.Join(' ', words, at, RunOfWords));
        return runs;
    }
}
