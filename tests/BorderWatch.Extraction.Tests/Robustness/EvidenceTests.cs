using BorderWatch.Extraction.Tests.FalseAlarms;

namespace BorderWatch.Extraction.Tests.Robustness;

/// <summary>Every value is a quotation.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public void Extract_OurArticles_EveryValueHasItsQuote()
    {
        var extractor = new IncidentExtractor();
        var articles = Corpus.WithIncident.Concat(Corpus.WithoutIncident).ToList();
        var breaches = articles.Select(a => (a.Id, Breach: Contract.Breach(a.Article, extractor.Extract(a.Article)))).Where(a => a.Breach is not null).ToList();
        Assert.Empty(breaches);
    }
}
