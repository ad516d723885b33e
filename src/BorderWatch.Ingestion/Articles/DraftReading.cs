using BorderWatch.Extraction;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Articles;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Extracts an article and turns what is said into reports that can be stored.</summary>
internal sealed partial class DraftReading(IArticleExtractor extractor, ILogger<DraftReading> log)
{
    /// <summary>What extracts, with its version.</summary>
    public string Extractor => extractor.Name;

    /// <summary>What reads this article: the extractor, or what prepared its report.</summary>
    public string ReaderOf(IncomingArticle incoming) => incoming.Prepared?.Reader ?? extractor.Name;

    /// <summary>The extractor's answer, and the reports whose quotes hold.</summary>
    public (ExtractionResult Result, IReadOnlyList<ReportDraft> Drafts) Read(IncomingArticle incoming)
    {
        if (incoming.Prepared is { } prepared) return (new ExtractionResult("en", [], [], []), [prepared.Draft]);
        ArticleText article = new(incoming.Text, incoming.Title.Length > 0 ? incoming.Title : null, incoming.PublishedAt, incoming.SourceName, incoming.CountryCode);
        var result = extractor.Extract(article);
        var drafts = ClaimDrafting.Draft(article, result);
        // A quote that does not stand where the extractor says voids its value: better nothing than a value without its words.
        foreach (var evidence in drafts.SelectMany(d => d.Voided)) LogVoided(evidence.Field, evidence.Start, evidence.End, incoming.CanonicalUrl ?? incoming.FeedItemId);
        return (result, [.. drafts.Where(d => d.Kind is not null)]);
    }

    /// <summary>What came of the article, and why nothing did.</summary>
    public static (ArticleOutcome Outcome, string? Reason) Outcome(ExtractionResult result, IReadOnlyList<ReportDraft> drafts) =>
        drafts.Count > 0 ? (ArticleOutcome.HasIncidents, null)
        : result.Language is not ("en" or "und") ? (ArticleOutcome.OtherLanguage, $"The article is in a language that is not read yet ({result.Language}).")
        : (ArticleOutcome.NoIncident, "It was read, and reports no incident.");

    [LoggerMessage(Level = LogLevel.Error, Message = "The extractor's quote for {Field} does not stand at {Start} to {End} of {Article}; the value is not stored")]
    private partial void LogVoided(string field, int start, int end, string? article);
}
