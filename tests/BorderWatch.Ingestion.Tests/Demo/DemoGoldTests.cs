using System.Collections.Concurrent;
using BorderWatch.Extraction;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Demo;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>What a newcomer sees first, against what an editor takes from the same articles (expected.tsv). Prints every miss.</summary>
public sealed class DemoGoldTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    // Just under what is reached. A figure that rises takes its floor with it; none goes down.
    private static readonly (string Figure, double Floor)[] Floors =
    [
        ("incidents that are there", 0.98), ("incidents found", 0.96), ("kind", 0.98), ("day", 0.98), ("place", 0.98), ("toll", 0.98),
        ("perpetrator", 0.95), ("first target", 0.98), ("no laughable actor", 0.98),
    ];

    private readonly Recorder _recorder = new();

    internal override IArticleExtractor Extractor() => _recorder;

    [Fact]
    public async Task Demo_ReadsAsAnEditorReadsIt()
    {
        // After the last of the articles: a date to come would be taken for a mistake.
        Pipeline.Clock.Shows = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
        var loaded = await Pipeline.Get<IDemoData>().LoadAsync(Caller.Local, null, Stop);
        Assert.Null(loaded.Error);
        var gold = ExpectedIncident.ReadAll(Path.Combine(RepositoryFolder.Path, "tests", "BorderWatch.Ingestion.Tests", "Demo", "expected.tsv")).GroupBy(row => row.Article).ToList();
        Assert.Equal(_recorder.Read.Keys.Order(StringComparer.Ordinal), gold.Select(rows => rows.Key).Order(StringComparer.Ordinal));

        var score = new EditorsScore();
        foreach (var rows in gold) score.Add(rows.Key, [.. rows], _recorder.Read[rows.Key]);
        TestContext.Current.TestOutputHelper!.WriteLine(score.ToString());
        Assert.All(Floors, floor => Assert.True(score.Share(floor.Figure) >= floor.Floor, $"{floor.Figure}: {score.Share(floor.Figure):0.000} is below {floor.Floor:0.000}.\n{score}"));
    }

    private sealed class Recorder : IArticleExtractor
    {
        private readonly RuleExtractor _rules = new();

        public ConcurrentDictionary<string, IReadOnlyList<ExtractedIncident>> Read { get; } = [];

        public string Name => _rules.Name;

        public ExtractionResult Extract(ArticleText article)
        {
            var result = _rules.Extract(article);
            Read[article.Title ?? ""] = result.Incidents;
            return result;
        }
    }
}
