namespace BorderWatch.Store.Articles;

/// <summary>Reads articles and the way that they took.</summary>
public interface IArticleQuery
{
    /// <summary>An article with its revisions and all its reports; null where there is none of that id.</summary>
    Task<ArticleDetail?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>A source's articles, the newest arrival first.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="which">Which of them.</param>
    /// <param name="after">The last line of the page before; null for the first page.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>At most <see cref="PageSize"/>; fewer where there are no more.</returns>
    Task<IReadOnlyList<ArticleLine>> ListAsync(Guid sourceId, ArticleChoice which, ArticleLine? after, CancellationToken cancellation);

    /// <summary>What an article was read from, byte for byte; null where nothing is kept of it, or not any more.</summary>
    Task<RawFetch?> RawAsync(Guid id, CancellationToken cancellation);

    /// <summary>How many of a source's articles there are of each choice.</summary>
    Task<IReadOnlyDictionary<ArticleChoice, int>> CountAsync(Guid sourceId, CancellationToken cancellation);

    /// <summary>How many lines a page has.</summary>
    const int PageSize = 50;
}

/// <summary>Which articles are listed.</summary>
public enum ArticleChoice
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that report incidents.</summary>
    Incidents,

    /// <summary>Those that were read and report none, or are in a language that is not read.</summary>
    Nothing,

    /// <summary>Those whose text could not be had, or not in full.</summary>
    Failed,
}

/// <summary>An article in a list.</summary>
/// <param name="Article">The article, without its revisions.</param>
/// <param name="Title">Its newest headline; null where nothing of it could be read.</param>
/// <param name="Incidents">How many incidents it reports.</param>
public sealed record ArticleLine(Article Article, string? Title, int Incidents);

/// <summary>An article and what came of it.</summary>
/// <param name="Article">With its revisions, the first first.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Reports">Its standing reports, what it is about first.</param>
/// <param name="SupersededReports">How many reports of earlier revisions, or of an earlier extractor, were superseded.</param>
public sealed record ArticleDetail(Article Article, Sources.Source Source, IReadOnlyList<ArticleReport> Reports, int SupersededReports);

/// <summary>A report as its article's page shows it.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="IncidentTitle">Its title.</param>
/// <param name="MatchScore">0 to 1; null where the report founded the incident.</param>
/// <param name="MatchReason">In words; null where the report founded the incident.</param>
/// <param name="Claims">How many claims it makes.</param>
public sealed record ArticleReport(Guid IncidentId, string IncidentTitle, double? MatchScore, string? MatchReason, int Claims)
{
    /// <summary>The revision that it was read from.</summary>
    public Guid RevisionId { get; init; }

    /// <summary>The words that its claims rest on.</summary>
    public IReadOnlyList<Incidents.Claim> Quotes { get; init; } = [];
}
