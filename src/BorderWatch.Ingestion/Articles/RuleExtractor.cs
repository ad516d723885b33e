using BorderWatch.Extraction;

namespace BorderWatch.Ingestion.Articles;

/// <summary>The embedded extractor, made when the first article comes: its gazetteer takes a moment to load.</summary>
internal sealed class RuleExtractor : IArticleExtractor
{
    private readonly Lazy<IncidentExtractor> _extractor = new(() => new IncidentExtractor());

    /// <inheritdoc />
    public string Name => "rules/1";

    /// <inheritdoc />
    public ExtractionResult Extract(ArticleText article) => _extractor.Value.Extract(article);
}
