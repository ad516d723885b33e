using BorderWatch.Extraction;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Extracts an article and turns what is said into reports that can be stored.</summary>
internal sealed partial class DraftReading(IArticleExtractor extractor, LearntSay learnt, ILogger<DraftReading> log)
{
    /// <summary>What extracts, with its version.</summary>
    public string Extractor => extractor.Name;

    /// <summary>What reads this article: the extractor, or what prepared its report.</summary>
    public string ReaderOf(IncomingArticle incoming) => incoming.Prepared?.Reader ?? extractor.Name;

    /// <summary>An article as the extractor takes it.</summary>
    public static ArticleText ArticleOf(string title, string text, DateTimeOffset? publishedAt, string source, string? country) =>
        new(text, title.Length > 0 ? title : null, publishedAt, source, country);

    /// <summary>The extractor's answer, and the reports whose quotes hold. What was learnt and is switched on has its say.</summary>
    public async Task<(ExtractionResult Result, IReadOnlyList<ReportDraft> Drafts)> ReadAsync(IncomingArticle incoming, CancellationToken cancellation)
    {
        if (incoming.Prepared is { } prepared) return (new ExtractionResult("en", [], [], []), [prepared.Draft]);
        var article = ArticleOf(incoming.Title, incoming.Text, incoming.PublishedAt, incoming.SourceName, incoming.CountryCode);
        var (result, drafts, _) = await ReadAsync(article, incoming.SourceId, cancellation);
        // A quote that does not stand where the extractor says voids its value: better nothing than a value without its words.
        foreach (var evidence in drafts.SelectMany(d => d.Voided)) LogVoided(evidence.Field, evidence.Start, evidence.End, incoming.CanonicalUrl ?? incoming.FeedItemId);
        return (result, [.. drafts.Where(d => d.Kind is not null)]);
    }

    /// <summary>What the article tells, with what was learnt and is switched on for the source, and whether that made anything otherwise.</summary>
    public async Task<(ExtractionResult Result, IReadOnlyList<ReportDraft> Drafts, bool HasLearnt)> ReadAsync(ArticleText article, Guid source, CancellationToken cancellation)
    {
        var on = await learnt.OnAsync(source, cancellation);
        var preferences = on.PlacesIn(article.Title ?? "", article.Text);
        var result = extractor.Extract(article with { PlacePreferences = preferences });
        var drafts = ClaimDrafting.Draft(article, result);
        if (preferences.Count > 0) drafts = MarkLearnt(drafts, ClaimDrafting.Draft(article, extractor.Extract(article)));
        if (drafts.Count > 0) drafts = Judge(article.Title ?? "", result.Language is { Length: 2 or 3 } language ? language : "und", drafts, on);
        return (result, drafts, drafts.Any(draft => draft.RulesConfidence is not null || draft.Claims.Any(claim => claim.IsLearnt)));
    }

    // Nothing is left out by it: what is doubted gets a lower confidence, a type that editors gave often takes the place of the rules', a name gives way to whom it means.
    private static IReadOnlyList<ReportDraft> Judge(string headline, string language, IReadOnlyList<ReportDraft> drafts, LearntOn on)
    {
        if (on.AliasesOf(language) is { Count: > 0 } aliases) drafts = [.. drafts.Select(draft => ActorLearner.Rename(draft, aliases))];
        if (on.Relevance is { } relevance) drafts = [.. drafts.Select(draft => RelevanceLearner.Doubt(draft, JudgedReport.Of(headline, draft), relevance))];
        if (on.EventType is { } types) drafts = [.. drafts.Select(draft => TypeLearner.Retype(draft, JudgedReport.Of(headline, draft), types))];
        return drafts;
    }

    // What the rules alone say as well was not learnt.
    private static IReadOnlyList<ReportDraft> MarkLearnt(IReadOnlyList<ReportDraft> drafts, IReadOnlyList<ReportDraft> byRules)
    {
        var places = byRules.SelectMany(draft => draft.Claims).Where(claim => claim.Field == ClaimField.Place).ToHashSet();
        return [.. drafts.Select(draft => draft with { Claims = [.. draft.Claims.Select(claim => claim.Field == ClaimField.Place && !places.Contains(claim) ? claim with { IsLearnt = true } : claim)] })];
    }

    /// <summary>What came of the article, and why nothing did.</summary>
    public static (ArticleOutcome Outcome, string? Reason) Outcome(ExtractionResult result, IReadOnlyList<ReportDraft> drafts) =>
        drafts.Count > 0 ? (ArticleOutcome.HasIncidents, null)
        : result.Language is not ("en" or "und") ? (ArticleOutcome.OtherLanguage, $"The article is in a language that is not read yet ({result.Language}).")
        : (ArticleOutcome.NoIncident, "It was read, and reports no incident.");

    [LoggerMessage(Level = LogLevel.Error, Message = "The extractor's quote for {Field} does not stand at {Start} to {End} of {Article}; the value is not stored")]
    private partial void LogVoided(string field, int start, int end, string? article);
}
