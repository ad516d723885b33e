using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;

namespace BorderWatch.Ingestion.Reprocessing;

/// <summary>Lays what an article said and what it says now side by side.</summary>
internal static class Comparison
{
    /// <summary>The reports that differ; empty where the store says already what the extractor says.</summary>
    /// <param name="before">The standing reports with their claims.</param>
    /// <param name="now">What the extractor says.</param>
    public static IReadOnlyList<ReportDifference> Of(IReadOnlyList<Report> before, IReadOnlyList<ReportDraft> now)
    {
        var said = before.Select(r => (Report: r, Claims: r.Claims.Select(c => new DraftClaim(c.Field, ClaimValue.Parse(c.Value), c.Quote, c.QuoteStart, c.QuoteEnd, c.InTitle) { IsLearnt = LearntClaims.Are(c.Extractor) }).ToHashSet())).ToList();
        var differences = new List<ReportDifference>();
        // Of one event speak the two that share most of their claims; between equals the article's order decides.
        var pairs = said.SelectMany((old, o) => now.Select((draft, n) => (Old: o, New: n, Shared: draft.Claims.Count(old.Claims.Contains), Apart: Math.Abs(old.Report.Ordinal - draft.Ordinal))))
            .Where(pair => pair.Shared > 0).OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Apart);
        var (paired, taken) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (o, n, _, _) in pairs)
        {
            if (paired.Contains(o) || taken.Contains(n)) continue;
            paired.Add(o);
            taken.Add(n);
            var (old, draft) = (said[o], now[n]);
            if (old.Claims.SetEquals(draft.Claims) && old.Report.Title == draft.Title && old.Report.Ordinal == draft.Ordinal && Math.Abs(old.Report.Confidence - draft.Confidence) < 1e-9) continue;
            differences.Add(new ReportDifference(DifferenceKind.Changes, draft.Title, old.Report.IncidentId, Values(old.Claims, draft.Claims)));
        }
        differences.AddRange(now.Where((_, n) => !taken.Contains(n)).Select(draft => new ReportDifference(DifferenceKind.Appears, draft.Title, null, Values([], draft.Claims))));
        differences.AddRange(said.Where((_, o) => !paired.Contains(o)).Select(old => new ReportDifference(DifferenceKind.Vanishes, old.Report.Title, old.Report.IncidentId, Values(old.Claims, []))));
        return differences;
    }

    private static List<ValueDifference> Values(IReadOnlyCollection<DraftClaim> before, IReadOnlyCollection<DraftClaim> now) =>
    [
        .. before.Concat(now).Select(claim => claim.Field).Distinct().Order()
            .Select(field => new ValueDifference(field, Values(before, field), Values(now, field)))
            .Where(difference => !difference.Before.SequenceEqual(difference.Now)),
    ];

    private static List<ClaimValue> Values(IReadOnlyCollection<DraftClaim> claims, ClaimField field) =>
        [.. claims.Where(claim => claim.Field == field).Select(claim => claim.Value).Distinct().OrderBy(value => value.ToJson(), StringComparer.Ordinal)];
}
