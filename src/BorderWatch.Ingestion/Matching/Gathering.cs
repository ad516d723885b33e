namespace BorderWatch.Ingestion.Matching;

/// <summary>Reports that belong together, and what has to be done for it.</summary>
/// <param name="IncidentId">Whose they become; null for a new incident.</param>
/// <param name="Arriving">Those that arrive, as their places in the article, with how well each fits the others; null for one that is alone.</param>
/// <param name="Moved">Those that are here, of another incident; alone without an incident they turn out to be one of their own.</param>
internal sealed record Gathering(Guid? IncidentId, IReadOnlyList<(int Report, Likeness? Fit)> Arriving, IReadOnlyList<MovedReport> Moved)
{
    /// <summary>Gives each group the incident that an editor has spoken of, else the one that most of its reports are of; the oldest where several have as many.</summary>
    /// <param name="groups">The neighbourhood's reports, put together.</param>
    /// <param name="arriving">The arriving reports' ids, in the article's order.</param>
    public static IReadOnlyList<Gathering> Of(IReadOnlyList<List<PlacedReport>> groups, IReadOnlyList<Guid> arriving)
    {
        var claims = groups.SelectMany((group, at) => group.Where(r => r.IncidentId is not null).GroupBy(r => r.IncidentId!.Value).Select(g => (Group: at, Incident: g.Key, Count: g.Count(), IsKept: g.Any(r => r.StaysWith is not null))))
            .OrderByDescending(c => c.IsKept).ThenByDescending(c => c.Count).ThenBy(c => c.Incident).ThenBy(c => c.Group);
        var given = new Dictionary<int, Guid>();
        foreach (var (group, incident, _, _) in claims)
        {
            if (!given.ContainsKey(group) && !given.ContainsValue(incident)) given[group] = incident;
        }
        return [.. groups.Select((group, at) => Make(group, given.TryGetValue(at, out var id) ? id : null, arriving)).Where(g => g.Arriving.Count + g.Moved.Count > 0)
            .OrderBy(g => g.Arriving.Count == 0 ? int.MaxValue : g.Arriving[0].Report)];
    }

    private static Gathering Make(List<PlacedReport> group, Guid? incident, IReadOnlyList<Guid> arriving)
    {
        var here = group.Where(r => r.IncidentId is null).Select(r => (Report: arriving.ToList().IndexOf(r.Id), Fit: Fit(r))).OrderBy(r => r.Report).ToList();
        var moved = group.Where(r => r.IncidentId is not null && r.IncidentId != incident && !r.IsEarlierRevision)
            .Select(r => new MovedReport(r.Id, r.IncidentId!.Value, Fit(r))).ToList();
        return new Gathering(incident, here, moved);

        Likeness? Fit(PlacedReport report) => group.Count == 1 ? null : Clustering.Fit(report, [.. group.Where(other => other != report)]);
    }
}

/// <summary>A report that turns out to be of another incident.</summary>
/// <param name="Id">The report.</param>
/// <param name="From">The incident that it leaves.</param>
/// <param name="Fit">How well it fits the others; null where it is alone.</param>
internal sealed record MovedReport(Guid Id, Guid From, Likeness? Fit);
