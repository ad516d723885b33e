using BorderWatch.Ingestion.Articles;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Matching;

/// <summary>
/// 155 reports of 61 incidents through the whole pipeline, in three orders of arrival: which of them are told to be one
/// incident, against what we meant when we wrote them. The figures of the day are in docs/ingestion.md.
/// </summary>
public sealed class MatchingSetTests(PostgresFixture postgres)
{
    // The whole pipeline, which misses what the extractor does not see at all.
    private const double Floor = 0.95;

    // Of the articles in which it sees an incident: what matching answers for.
    private const double MatchingFloor = 0.96;

    private static readonly Partition s_truth = new([.. WireReport.All.Select(r => r.Incident)]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Set_IsAsLargeAsItSays()
    {
        Assert.Equal(155, WireReport.All.Count);
        Assert.Equal(61, WireReport.All.Select(r => r.Incident).Distinct().Count());
        Assert.Equal(9, WireReport.All.Select(r => r.Outlet).Distinct().Count());
    }

    [Fact]
    public async Task Pairs_AreFound_InWhateverOrderReportsArrive()
    {
        var byDate = await RunAsync([.. WireReport.All.Select((r, n) => (r, n)).OrderBy(r => r.r.Published).Select(r => r.n)]);
        var backwards = await RunAsync([.. WireReport.All.Select((r, n) => (r, n)).OrderByDescending(r => r.r.Published).Select(r => r.n)]);
        var shuffled = await RunAsync(Shuffled(7));

        foreach (var (name, run) in new[] { ("by date", byDate), ("backwards", backwards), ("shuffled", shuffled) })
        {
            var (precision, recall, f1) = run.Against(s_truth);
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}: precision {precision:0.000}, recall {recall:0.000}, F1 {f1:0.000}, {run.Groups.Distinct().Count()} incidents; where an incident was read F1 {Read(run).F1:0.000} of {run.Groups.Count(IsRead)} reports; against by date F1 {run.Against(byDate).F1:0.000}");
        }
        Tell("by date", byDate);
        Tell("backwards", backwards);
        Tell("shuffled", shuffled);
        Assert.All([byDate, backwards, shuffled], run => Assert.InRange(run.Against(s_truth).F1, Floor, 1));
        Assert.All([byDate, backwards, shuffled], run => Assert.InRange(Read(run).F1, MatchingFloor, 1));
        Assert.All([backwards, shuffled], run => Assert.InRange(run.Against(byDate).F1, 0.99, 1));
    }

    private static (double Precision, double Recall, double F1) Read(Partition run)
    {
        var read = Enumerable.Range(0, run.Groups.Count).Where(n => IsRead(run.Groups[n])).ToList();
        return new Partition([.. read.Select(n => run.Groups[n])]).Against(new Partition([.. read.Select(n => s_truth.Groups[n])]));
    }

    private static bool IsRead(string group) => !group.StartsWith("none", StringComparison.Ordinal);

    // What went wrong, for whoever works on it.
    private static void Tell(string name, Partition run)
    {
        var output = TestContext.Current.TestOutputHelper!;
        for (var a = 0; a < s_truth.Groups.Count; a++)
        {
            for (var b = a + 1; b < s_truth.Groups.Count; b++)
            {
                var (found, meant) = (run.Groups[a] == run.Groups[b], s_truth.Groups[a] == s_truth.Groups[b]);
                if (found != meant) output.WriteLine($"{name} {(meant ? "missed" : "joined")}: {WireReport.All[a].Incident} “{WireReport.All[a].Title}” and {WireReport.All[b].Incident} “{WireReport.All[b].Title}”");
            }
        }
    }

    private async Task<Partition> RunAsync(IReadOnlyList<int> order)
    {
        await using var pipeline = await Pipeline.CreateAsync(postgres, Stop);
        var sources = new Dictionary<string, Guid>();
        foreach (var outlet in WireReport.All.Select(r => r.Outlet).Distinct())
            sources[outlet] = (await pipeline.Get<ISourceCommands>().AddFeedAsync(outlet, $"https://{outlet.Replace(' ', '-')}.example/feed", null, Caller.Local, Stop)).Value;
        var articles = new Guid[order.Count];
        foreach (var n in order)
        {
            var report = WireReport.All[n];
            var incoming = new IncomingArticle(sources[report.Outlet], report.Outlet, null, null, $"{n}", report.Published, report.Title, report.Text, null, "pipeline");
            articles[n] = (await pipeline.Get<ArticleIntake>().TakeAsync(incoming, Stop)).ArticleId;
        }
        await using var db = pipeline.Open();
        var about = await db.Reports.Where(r => r.Ordinal == 0 && r.SupersededAt == null).ToDictionaryAsync(r => r.ArticleId, r => r.IncidentId, Stop);
        return new Partition([.. articles.Select((a, n) => about.TryGetValue(a, out var incident) ? $"{incident}" : $"none of {n}")]);
    }

    private static int[] Shuffled(int seed)
    {
        var order = Enumerable.Range(0, WireReport.All.Count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }
}
