namespace BorderWatch.Ingestion.Matching;

/// <summary>Two groups of reports that stay apart and are alike: an editor is to see whether they are one incident.</summary>
/// <param name="One">A report of the one.</param>
/// <param name="Other">A report of the other.</param>
/// <param name="Fit">How well the groups fit together.</param>
internal sealed record Resemblance(Guid One, Guid Other, Likeness Fit)
{
    // Odds of about one to three: below, most pairs are merely of one kind, in one week, in one province.
    private const double Grey = -1.0;

    /// <summary>The pairs of groups of which one has just got a report, and which are alike enough to be asked about. What one article tells as two is not asked about.</summary>
    public static IReadOnlyList<Resemblance> Among(IReadOnlyList<List<PlacedReport>> groups)
    {
        var pairs = new List<Resemblance>();
        for (var a = 0; a < groups.Count; a++)
        {
            for (var b = a + 1; b < groups.Count; b++)
            {
                if (!groups[a].Concat(groups[b]).Any(r => r.IncidentId is null) || groups[a].Exists(x => groups[b].Exists(y => TellsApart(x, y)))) continue;
                var fit = Clustering.Link(groups[a], groups[b]);
                if (fit.LogOdds >= Grey) pairs.Add(new Resemblance(groups[a][0].Id, groups[b][0].Id, fit));
            }
        }
        return pairs;
    }

    private static bool TellsApart(PlacedReport x, PlacedReport y) => x.ArticleId == y.ArticleId && !x.IsEarlierRevision && !y.IsEarlierRevision;
}
