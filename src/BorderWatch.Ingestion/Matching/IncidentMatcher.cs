using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Where a report goes: into an incident that is here, with the reason, or into a new one.</summary>
/// <param name="IncidentId">Null for a new incident.</param>
/// <param name="Fit">How well it fits; null for a new incident.</param>
internal sealed record Match(Guid? IncidentId, Likeness? Fit);

/// <summary>Finds for an article's reports the incidents that they tell of.</summary>
internal static class IncidentMatcher
{
    // What a report's words gain towards the incident that the article told of before it was edited.
    private const double SameArticle = 3;

    private const double MainReport = 1.5;

    private const int MostCandidates = 150;

    /// <summary>
    /// A match for each report, in their order. No two of them get the same incident: what one article tells as two is two.
    /// Call it under the matching lock, so that no other worker founds what this one looks for.
    /// </summary>
    /// <param name="db">Reads in its transaction.</param>
    /// <param name="reports">One article's.</param>
    /// <param name="articleId">The article; its earlier revision's incidents are candidates first of all.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    public static async Task<IReadOnlyList<Match>> MatchAsync(
        BorderWatchDbContext db, IReadOnlyList<ReportSketch> reports, Guid articleId, CancellationToken cancellation)
    {
        var before = await db.Reports.Where(r => r.ArticleId == articleId).Select(r => r.IncidentId).Distinct().ToListAsync(cancellation);
        var near = new List<IReadOnlyList<Guid>>();
        foreach (var report in reports) near.Add(await CandidatesAsync(db, report, cancellation));
        var known = await LoadedReport.LoadAsync(db, [.. near.SelectMany(n => n).Concat(before).Distinct()], articleId, cancellation);
        // This article's own reports, all superseded by now, speak only where they are the last that an incident had.
        var sketches = known.GroupBy(k => k.IncidentId).ToDictionary(
            g => g.Key, g => (g.Any(r => !r.IsSuperseded) ? g.Where(r => !r.IsSuperseded) : g).Select(r => r.Sketch).ToList());
        var pairs = new List<(int Report, Guid Incident, Likeness Fit)>();
        for (var i = 0; i < reports.Count; i++)
        {
            foreach (var incident in near[i].Concat(before).Distinct())
            {
                if (!sketches.TryGetValue(incident, out var others)) continue;
                var fit = Fit(reports[i], others, before.Contains(incident));
                if (fit.LogOdds >= 0) pairs.Add((i, incident, fit));
            }
        }
        var matches = Enumerable.Repeat(new Match(null, null), reports.Count).ToArray();
        var taken = new HashSet<Guid>();
        // What the article is about comes first where two of its reports want one incident.
        foreach (var (report, incident, fit) in pairs.OrderByDescending(p => p.Fit.LogOdds + (p.Report == 0 ? MainReport : 0)).ThenBy(p => p.Report).ThenBy(p => p.Incident))
        {
            if (matches[report].IncidentId is null && taken.Add(incident)) matches[report] = new Match(incident, fit);
        }
        return matches;
    }

    /// <summary>How well a report fits the reports that an incident has: most of all the one that is most like it, but the others have a say, so that chains do not grow.</summary>
    internal static Likeness Fit(ReportSketch report, IReadOnlyList<ReportSketch> incident, bool sameArticle)
    {
        var known = ReportSketch.Together(incident);
        var all = incident.Select(other => Likeness.Of(report, other.CompletedBy(known))).OrderByDescending(l => l.LogOdds).ToList();
        var best = all[0];
        var fit = best with { LogOdds = 0.7 * best.LogOdds + 0.3 * all.Average(l => Math.Max(l.LogOdds, -4)) };
        return sameArticle ? new Likeness(fit.LogOdds + SameArticle, [("an earlier revision of the article tells of it", SameArticle), .. fit.Parts]) : fit;
    }

    private static async Task<IReadOnlyList<Guid>> CandidatesAsync(BorderWatchDbContext db, ReportSketch report, CancellationToken cancellation)
    {
        var dated = report.Occurred is { From: not null, To: not null, Precision: not TimePrecision.Unknown } o ? o : null;
        var from = dated?.From!.Value.AddDays(-2) ?? report.Reported.AddDays(-30);
        var to = dated?.To!.Value.AddDays(2) ?? report.Reported.AddDays(2);
        // An incident without a date stands at the day of its first report, which comes after the deed.
        var reportedTo = dated is null ? report.Reported.AddDays(14) : to.AddDays(30);
        // No precise date lies more than a year before the end of its period.
        var farthest = to.AddDays(366);
        var country = report.Place?.CountryCode;
        var (lat, lon) = (report.Place?.Latitude, report.Place?.Longitude);
        return await db.Incidents.AsNoTracking()
            .Where(i => i.Status != IncidentStatus.Rejected && i.TimelineDate >= from && i.TimelineDate <= farthest)
            .Where(i => i.OccurredFrom != null ? i.OccurredFrom <= to : i.TimelineDate <= reportedTo)
            .Where(i => country == null || i.CountryCode == null || i.CountryCode == country
                || (lat != null && i.Place!.Latitude > lat - 1.5 && i.Place.Latitude < lat + 1.5 && i.Place.Longitude > lon - 2 && i.Place.Longitude < lon + 2))
            .OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id)
            .Take(MostCandidates).Select(i => i.Id).ToListAsync(cancellation);
    }
}
