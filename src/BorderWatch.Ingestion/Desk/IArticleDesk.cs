using BorderWatch.Extraction;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Desk;

/// <summary>Adds single articles by hand: shows what would be extracted, and saves it when told to. All of it needs <see cref="Permission.AddArticles"/>.</summary>
public interface IArticleDesk
{
    /// <summary>Fetches a page and extracts, without saving.</summary>
    Task<DeskResult> PreviewUrlAsync(string url, Caller by, CancellationToken cancellation);

    /// <summary>Extracts from pasted text, without saving.</summary>
    DeskResult PreviewText(string? title, string text, DateTimeOffset? publishedAt, string? outlet, Caller by);

    /// <summary>The preview of pasted text as it would be read when it is saved: with what was learnt and is switched on for its outlet. A page's preview is read so already.</summary>
    Task<DeskResult> ReadAsLearntAsync(ArticlePreview preview, Caller by, CancellationToken cancellation);

    /// <summary>Saves a preview: article, reports and incidents in one transaction. Saving the same article twice gives one article.</summary>
    /// <param name="preview">What was shown; it is extracted anew from its article, so that a page cannot forge it.</param>
    /// <param name="by">Who saves it, for the revisions.</param>
    /// <param name="cancellation">Cancels before the transaction commits.</param>
    /// <returns>What saving did, or a sentence for whoever may not.</returns>
    Task<CommandResult<SavedArticle>> SaveAsync(ArticlePreview preview, Caller by, CancellationToken cancellation);
}

/// <summary>Either a preview or the reason why there is none; exactly one of the two is null.</summary>
/// <param name="Preview">The article and what it says.</param>
/// <param name="Error">What is wrong, and what to do.</param>
public sealed record DeskResult(ArticlePreview? Preview, string? Error);

/// <summary>An article that is not saved yet, and what would be extracted from it.</summary>
/// <param name="Url">Null for pasted text.</param>
/// <param name="Outlet">The outlet's name; for a page, from its metadata or host.</param>
/// <param name="Author">Null where none is given.</param>
/// <param name="Article">The text as the extractor read it.</param>
/// <param name="Result">What it says.</param>
/// <param name="AlreadyStored">True where the article is in the store in these words.</param>
public sealed record ArticlePreview(
    string? Url, string Outlet, string? Author, ArticleText Article, ExtractionResult Result, bool AlreadyStored)
{
    /// <summary>True where something that was learnt from editors' rulings made the result another than the rules alone would.</summary>
    public bool HasLearnt { get; init; }

    /// <summary>The page as it was fetched; null for pasted text.</summary>
    internal RawBytes? Raw { get; init; }
}

/// <summary>What saving did.</summary>
/// <param name="ArticleId">The article, new or not.</param>
/// <param name="IsNew">False where it was here in these words already, and nothing was changed.</param>
/// <param name="Incidents">The incidents that it reports, the first the one that it is about.</param>
/// <param name="NewIncidents">How many of them are new.</param>
public sealed record SavedArticle(Guid ArticleId, bool IsNew, IReadOnlyList<Guid> Incidents, int NewIncidents);
