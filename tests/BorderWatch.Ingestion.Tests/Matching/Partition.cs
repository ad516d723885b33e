namespace BorderWatch.Ingestion.Tests.Matching;

/// <summary>Which of a list of reports are about one incident.</summary>
/// <param name="Groups">For each report, in order, the incident that it is about.</param>
internal sealed record Partition(IReadOnlyList<string> Groups)
{
    /// <summary>Of the pairs of reports that both call one, how many there are against the pairs that either does: precision, recall and F1 of this against the truth.</summary>
    public (double Precision, double Recall, double F1) Against(Partition truth)
    {
        int both = 0, mine = 0, theirs = 0;
        for (var a = 0; a < Groups.Count; a++)
        {
            for (var b = a + 1; b < Groups.Count; b++)
            {
                var (here, there) = (Groups[a] == Groups[b], truth.Groups[a] == truth.Groups[b]);
                if (here) mine++;
                if (there) theirs++;
                if (here && there) both++;
            }
        }
        return ((double)both / mine, (double)both / theirs, 2.0 * both / (mine + theirs));
    }
}
