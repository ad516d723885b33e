using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Finds for an article's reports the incidents that they tell of.</summary>
internal static class IncidentMatcher
{
    private const int MostCandidates = 150;

    // Reports that fit less than this are not compared further: nothing makes them one.
    private const double Neighbours = -1.5;

    // Of a neighbourhood larger than this only the nearest are put together anew.
    private const int MostNeighbours = 80;

    /// <summary>
    /// Where the reports belong, and which reports that are here belong elsewhere now that these have come. No two of one
    /// article get the same incident: what one article tells as two is two. Call it under the matching lock, so that no
    /// other worker founds what this one looks for. Beside them, what is alike and yet apart.
    /// </summary>
    /// <param name="db">Reads in its transaction.</param>
    /// <param name="reports">One article's.</param>
    /// <param name="articleId">The article; its earlier revision's incidents are candidates first of all.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    public static async Task<(IReadOnlyList<Gathering> Gatherings, IReadOnlyList<Resemblance> Resemblances)> MatchAsync(
        BorderWatchDbContext db, IReadOnlyList<LoadedReport> reports, Guid articleId, CancellationToken cancellation)
    {
        var arriving = reports.Select(r => new PlacedReport(r.Id, articleId, null, r.Sketch, r.Ordinal == 0, false, null)).ToList();
        var near = (await db.Reports.Where(r => r.ArticleId == articleId).Select(r => r.IncidentId).Distinct().ToListAsync(cancellation)).ToHashSet();
        foreach (var report in arriving) near.UnionWith(await CandidatesAsync(db, report.Sketch, cancellation));
        var kept = (await KeptIncidents.Of(db).Where(i => near.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation)).ToHashSet();
        var known = await LoadedReport.LoadAsync(db, near, articleId, cancellation);
        // This article's own reports, all superseded by now, speak only where they are the last that an incident had.
        var speaking = known.GroupBy(k => k.IncidentId).SelectMany(g => g.Any(r => !r.IsSuperseded) ? g.Where(r => !r.IsSuperseded) : g)
            .OrderBy(k => k.At).ThenBy(k => k.Headline, StringComparer.Ordinal).ThenBy(k => k.Ordinal)
            .Select(k => new PlacedReport(k.Id, k.ArticleId, k.IncidentId, k.Sketch, k.Ordinal == 0, k.IsSuperseded, kept.Contains(k.IncidentId) ? k.IncidentId : null)).ToList();
        arriving = Held(arriving, [.. known.Where(k => k.ArticleId == articleId && k.IsPlaced)]);
        List<PlacedReport> all = [.. arriving, .. Neighbourhood(arriving, speaking)];
        var groups = Clustering.Of(all).Select(g => g.Select(i => all[i]).ToList()).ToList();
        return (Gathering.Of(groups, [.. arriving.Select(r => r.Id)]), Resemblance.Among(groups));
    }

    // Where an editor has put what an earlier revision of the article said, there goes what it says now: to each such incident the report that fits best.
    private static List<PlacedReport> Held(List<PlacedReport> arriving, List<LoadedReport> placed)
    {
        var fits = placed.SelectMany(p => arriving.Select(a => (a.Id, p.IncidentId, Fit: Likeness.Of(a.Sketch, p.Sketch).LogOdds))).OrderByDescending(f => f.Fit);
        var held = new Dictionary<Guid, Guid>();
        foreach (var (report, incident, _) in fits)
        {
            if (!held.ContainsKey(report) && !held.ContainsValue(incident)) held[report] = incident;
        }
        return [.. arriving.Select(a => held.TryGetValue(a.Id, out var incident) ? a with { StaysWith = incident } : a)];
    }

    // The incidents whose reports are near the arriving ones, and those near these, whole.
    private static List<PlacedReport> Neighbourhood(List<PlacedReport> arriving, List<PlacedReport> known)
    {
        var incidents = known.GroupBy(k => k.IncidentId!.Value).ToDictionary(g => g.Key, g => g.ToList());
        var found = new List<PlacedReport>();
        foreach (var held in arriving.Select(a => a.StaysWith).OfType<Guid>())
        {
            if (incidents.Remove(held, out var reports)) found.AddRange(reports);
        }
        List<PlacedReport> edge = [.. arriving, .. found];
        while (edge.Count > 0 && found.Count < MostNeighbours)
        {
            var next = incidents.Select(i => (i.Key, Nearest: i.Value.Max(k => edge.Max(e => Likeness.Of(e.Sketch, k.Sketch).LogOdds + PlacedReport.Bonus(e, k)))))
                .Where(i => i.Nearest >= Neighbours).OrderByDescending(i => i.Nearest).ThenBy(i => i.Key).Select(i => i.Key).ToList();
            edge = [];
            foreach (var incident in next.Where(_ => found.Count + edge.Count < MostNeighbours))
            {
                edge.AddRange(incidents[incident]);
                incidents.Remove(incident);
            }
            found.AddRange(edge);
        }
        return found;
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
            .Where(i => i.MergedIntoId == null)
            // What an editor rejected is known: another report of it founds nothing. Of a duplicate the other incident is to have it.
            .Where(i => i.Status != IncidentStatus.Rejected || (i.RejectionReason != null && i.RejectionReason != RejectionReason.Duplicate))
            .Where(i => i.TimelineDate >= from && i.TimelineDate <= farthest)
            .Where(i => i.OccurredFrom != null ? i.OccurredFrom <= to : i.TimelineDate <= reportedTo)
            .Where(i => country == null || i.CountryCode == null || i.CountryCode == country
                || (lat != null && i.Place!.Latitude > lat - 1.5 && i.Place.Latitude < lat + 1.5 && i.Place.Longitude > lon - 2 && i.Place.Longitude < lon + 2))
            .OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id)
            .Take(MostCandidates).Select(i => i.Id).ToListAsync(cancellation);
    }
}
