namespace BorderWatch.Extraction.Tests.FalseAlarms;

/// <summary>Rather nothing than a false alarm, but not by way of saying nothing at all.</summary>
public sealed class FalseAlarmTests
{
    private static readonly IncidentExtractor Extractor = new();

    [Fact]
    public void Extract_ArticlesWithoutIncident_AtMostThreeInAHundredAlarm()
    {
        var articles = Corpus.WithoutIncident;
        var alarms = articles
            .Select(a => (a.Id, Incidents: Extractor.Extract(a.Article).Incidents)).Where(a => a.Incidents.Count > 0)
            .Select(a => $"{a.Id}: {a.Incidents[0].Kind.SubType} from “{a.Incidents[0].Evidence.First(e => e.Field == "eventType").Quote}”").ToList();
        Assert.True(articles.Count >= 220, $"The corpus has shrunk to {articles.Count} articles.");
        Assert.True(alarms.Count <= 0.03 * articles.Count, $"{alarms.Count} of {articles.Count} articles without an incident raise an alarm:\n{string.Join('\n', alarms)}");
    }

    [Fact]
    public void Extract_ArticlesWithOneIncident_FindsIt()
    {
        var outcomes = Corpus.WithIncident.Select(a => new Outcome(a)).ToList();
        Assert.True(outcomes.Count >= 60, $"The corpus has shrunk to {outcomes.Count} articles.");
        AtLeast(0.98, outcomes, "found", o => o.First is not null);
        AtLeast(0.92, outcomes, "told as one", o => o.Incidents.Count == 1);
        AtLeast(0.88, outcomes, "event type", o => o.First?.Kind.Type == o.Expected("eventType"));
        AtLeast(0.95, outcomes, "killed", o => o.First is not null && o.Killed == o.Article.Line.GetProperty("killed").GetInt32());
        AtLeast(0.95, outcomes, "country", o => o.First?.Place?.Country == o.Expected("country"));
        AtLeast(0.82, outcomes, "place precision", o => o.First?.Place is { } place
            && o.Article.Line.GetProperty("precision").EnumerateArray().Any(p => p.GetString() == place.Precision.ToString().ToLowerInvariant()));
    }

    private static void AtLeast(double share, List<Outcome> outcomes, string what, Func<Outcome, bool> isRight)
    {
        var wrong = outcomes.Where(o => !isRight(o)).ToList();
        Assert.True(outcomes.Count - wrong.Count >= share * outcomes.Count,
            $"{what}: {outcomes.Count - wrong.Count} of {outcomes.Count} right. Wrong:\n{string.Join('\n', wrong.Select(o => $"{o.Article.Id}: {o.First?.Title}"))}");
    }

    private sealed class Outcome(CorpusArticle article)
    {
        public CorpusArticle Article { get; } = article;

        public IReadOnlyList<ExtractedIncident> Incidents { get; } = Extractor.Extract(article.Article).Incidents;

        public ExtractedIncident? First => Incidents.Count > 0 ? Incidents[0] : null;

        public int Killed => First?.Killed?.Best ?? First?.Killed?.Low ?? 0;

        public string? Expected(string field) => Article.Line.GetProperty(field).GetString();
    }
}
