using BorderWatch.Extraction;

namespace BorderWatch.Ingestion.Articles;

/// <summary>What reads incidents out of an article's text. Thread-safe, and pure: the same article gives the same incidents.</summary>
public interface IArticleExtractor
{
    /// <summary>Its name and version, as claims carry it: "rules/1".</summary>
    string Name { get; }

    /// <summary>Reads an article.</summary>
    ExtractionResult Extract(ArticleText article);
}
