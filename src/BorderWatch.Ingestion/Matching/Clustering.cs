namespace BorderWatch.Ingestion.Matching;

/// <summary>
/// Puts reports together that tell of one incident: again and again the two groups that fit best, until no two fit any more.
/// It starts from single reports each time, so that the order in which they arrived has no say.
/// </summary>
internal sealed class Clustering
{
    // What an article is about comes first where two of its reports want one group.
    private const double MainReport = 0.75;

    private readonly IReadOnlyList<PlacedReport> _reports;
    private readonly List<List<int>> _groups;
    private readonly Dictionary<(int, int), double> _links = [];

    private Clustering(IReadOnlyList<PlacedReport> reports)
    {
        _reports = reports;
        _groups = [.. reports.Select((r, i) => (r, i)).GroupBy(r => r.r.StaysWith ?? r.r.Id).Select(g => g.Select(r => r.i).ToList())];
    }

    /// <summary>The groups, each as the reports' places in the list.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<PlacedReport> reports)
    {
        var clustering = new Clustering(reports);
        while (clustering.JoinBest()) { }
        return clustering._groups;
    }

    /// <summary>How well a report fits a group: most of all the member that is most like it, but the others have a say, so that chains do not grow.</summary>
    public static Likeness Fit(PlacedReport report, IReadOnlyList<PlacedReport> group)
    {
        var known = ReportSketch.Together([.. group.Select(g => g.Sketch)]);
        var all = group.Select(other => (Other: other, Fit: Likeness.Of(report.Sketch, other.Sketch.CompletedBy(known)))).OrderByDescending(l => l.Fit.LogOdds).ToList();
        var (other, best) = all[0];
        var bonus = PlacedReport.Bonus(report, other);
        var parts = bonus > 0 ? [("an earlier revision of the article tells of it", bonus), .. best.Parts] : best.Parts;
        return new Likeness(Together(all.Select(l => l.Fit.LogOdds)) + bonus, parts);
    }

    private bool JoinBest()
    {
        var best = (A: -1, B: -1, Priority: double.MinValue);
        for (var a = 0; a < _groups.Count; a++)
        {
            for (var b = a + 1; b < _groups.Count; b++)
            {
                var link = Link(_groups[a], _groups[b]);
                var priority = link + (Leads(_groups[a]) ? MainReport : 0) + (Leads(_groups[b]) ? MainReport : 0);
                if (link >= 0 && priority > best.Priority) best = (a, b, priority);
            }
        }
        if (best.A < 0) return false;
        var joined = _groups[best.A].Concat(_groups[best.B]).Order().ToList();
        _groups.RemoveAt(best.B);
        _groups.RemoveAt(best.A);
        _groups.Add(joined);
        _groups.Sort((x, y) => x[0].CompareTo(y[0]));
        _links.Clear();
        return true;
    }

    private double Link(List<int> a, List<int> b)
    {
        if (a.Any(x => b.Any(y => !PlacedReport.MayBeOne(_reports[x], _reports[y])))) return double.MinValue;
        return Link([.. a.Select(i => _reports[i])], [.. b.Select(i => _reports[i])]).LogOdds;
    }

    /// <summary>How well two groups fit together, whoever may have kept them apart: in the words of the two reports that fit best.</summary>
    public static Likeness Link(IReadOnlyList<PlacedReport> a, IReadOnlyList<PlacedReport> b)
    {
        var (knownA, knownB) = (ReportSketch.Together([.. a.Select(r => r.Sketch)]), ReportSketch.Together([.. b.Select(r => r.Sketch)]));
        var pairs = a.SelectMany(x => b.Select(y =>
        {
            var fit = Likeness.Of(x.Sketch.CompletedBy(knownA), y.Sketch.CompletedBy(knownB));
            return fit with { LogOdds = fit.LogOdds + PlacedReport.Bonus(x, y) };
        })).ToList();
        return new Likeness(Together(pairs.Select(p => p.LogOdds)), pairs.MaxBy(p => p.LogOdds)!.Parts);
    }

    private bool Leads(List<int> group) => group.Exists(i => _reports[i].IsMain);

    private static double Together(IEnumerable<double> odds)
    {
        var all = odds.ToList();
        return 0.5 * all.Max() + 0.5 * all.Average(o => Math.Max(o, -4));
    }
}
