using BorderWatch.Extraction;
using BorderWatch.Extraction.Actors;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Desk;

/// <inheritdoc cref="IArticleDesk"/>
internal sealed class ArticleDesk(
    IDbContextFactory<BorderWatchDbContext> contexts, Fetcher fetcher, IArticleExtractor extractor, DraftReading reading, ArticleIntake intake) : IArticleDesk
{
    // Less than this is a caption or a notice, and nothing can be said of where and when.
    private const int ShortestText = 40;

    /// <inheritdoc />
    public async Task<DeskResult> PreviewUrlAsync(string url, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.AddArticles) is { } refusal) return Refused(refusal);
        if (string.IsNullOrWhiteSpace(url)) return Refused("Give the article's address, beginning with https://.");
        var fetched = await fetcher.FetchAsync(url, null, null, cancellation);
        if (fetched is FetchResult.Failed failed) return Refused(failed.Error);
        if (fetched is not FetchResult.Fetched page) return Refused("The server sent no page: try again, or paste the text.");
        if (FeedReader.Read(page.Body, page.ContentType, page.Address).Feed is not null) return Refused("This is a feed, not an article: add it on the Sources page.");
        var read = PageReader.Read(FeedEncoding.Decode(page.Body, page.ContentType), page.Address);
        var text = ArticleWords.Clean(read.Text);
        if (text.Length < ShortestText) return Refused("No article could be found on this page: paste its text instead.");
        var canonical = Canonical(read.CanonicalUrl, page.Address);
        var outlet = read.SiteName ?? new Uri(page.Address).Host;
        return await PreviewAsync(canonical, outlet, read.Author, new ArticleText(text, Headline(read.Title), read.PublishedAt, outlet), new RawBytes(page.Address, page.ContentType, page.Body), cancellation);
    }

    /// <inheritdoc />
    public DeskResult PreviewText(string? title, string text, DateTimeOffset? publishedAt, string? outlet, Caller by)
    {
        if (by.Refusal(Permission.AddArticles) is { } refusal) return Refused(refusal);
        var words = ArticleWords.Clean(text);
        if (words.Length < ShortestText) return Refused($"Paste the article's text: at least {ShortestText} characters.");
        var article = new ArticleText(words, Headline(title), publishedAt, string.IsNullOrWhiteSpace(outlet) ? null : outlet.Trim());
        return new DeskResult(new ArticlePreview(null, article.Source ?? Source.PastedName, null, article, extractor.Extract(article), false), null);
    }

    /// <inheritdoc />
    public async Task<DeskResult> ReadAsLearntAsync(ArticlePreview preview, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.AddArticles) is { } refusal) return Refused(refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new DeskResult(await LearntAsync(db, preview, cancellation), null);
    }

    /// <inheritdoc />
    public async Task<CommandResult<SavedArticle>> SaveAsync(ArticlePreview preview, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.AddArticles) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var source = await SourceAsync(db, preview, cancellation);
        var incoming = Incoming(preview.Url, preview.Author, preview.Article, source, preview.Outlet, by.Name) with { Raw = preview.Raw, TextFrom = preview.Url is null ? TextOrigin.Given : TextOrigin.Page };
        var taken = await intake.TakeAsync(incoming, cancellation);
        return new(new SavedArticle(taken.ArticleId, taken.IsNew, taken.Incidents, taken.NewIncidents), null);
    }

    private async Task<DeskResult> PreviewAsync(string url, string outlet, string? author, ArticleText article, RawBytes raw, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var known = await ArticleSearch.ByKeyAsync(db, Source.PastedId, null, url, cancellation);
        var hash = Incoming(url, author, article, null, outlet, "").ContentHash();
        var stored = known is not null && await db.ArticleRevisions.AnyAsync(r => r.ArticleId == known.Id && r.ContentHash == hash, cancellation);
        return new DeskResult(await LearntAsync(db, new ArticlePreview(url, outlet, author, article, extractor.Extract(article), stored) { Raw = raw }, cancellation), null);
    }

    private async Task<ArticlePreview> LearntAsync(BorderWatchDbContext db, ArticlePreview preview, CancellationToken cancellation)
    {
        var source = await SourceAsync(db, preview, cancellation);
        var article = preview.Article with { Source = preview.Outlet, CountryHint = source?.CountryCode ?? preview.Article.CountryHint };
        var (result, drafts, hasLearnt) = await reading.ReadAsync(article, source?.Id ?? Source.PastedId, cancellation);
        if (!hasLearnt) return preview;
        return preview with { HasLearnt = true, Result = result with { Incidents = [.. result.Incidents.Select((incident, ordinal) => drafts.FirstOrDefault(draft => draft.Ordinal == ordinal) is { } draft ? AsDrafted(incident, draft) : incident)] } };
    }

    // Places were chosen by the extractor itself; the rest that can be learnt is said of its answer afterwards.
    private static ExtractedIncident AsDrafted(ExtractedIncident incident, ReportDraft draft) => incident with
    {
        Confidence = draft.Confidence,
        Kind = draft.Kind is { } kind ? new(kind.EventType, kind.SubEventType) : incident.Kind,
        Actors = draft.Claims.Any(claim => claim is { IsLearnt: true, Field: ClaimField.Actor })
            ? [.. draft.Claims.Select(claim => claim.Value).OfType<ClaimValue.Actor>().Select(actor => new ExtractedActor(actor.Name, (ActorRole)actor.Role, (Attribution)actor.Attribution, (ActorKind)actor.ActorKind, actor.CountryCode)).Distinct()]
            : incident.Actors,
    };

    // The outlet's own source, where it is one that we know, so that its reports count as its; else the pasted ones'.
    private static async Task<Source?> SourceAsync(BorderWatchDbContext db, ArticlePreview preview, CancellationToken cancellation)
    {
        var name = preview.Outlet.Trim().ToLowerInvariant();
        return await db.Sources.AsNoTracking().Where(s => !s.IsDemo && s.Name.ToLower() == name).FirstOrDefaultAsync(cancellation);
    }

    private static IncomingArticle Incoming(string? url, string? author, ArticleText article, Source? source, string outlet, string by) =>
        new(source?.Id ?? Source.PastedId, outlet, source?.CountryCode ?? article.CountryHint, url, null, article.PublishedAt, article.Title ?? "", article.Text, author, by);

    // A page may call another page its canonical one; another site's it may not.
    private static string Canonical(string? stated, string address)
    {
        var own = PageAddress.Canonical(address)!;
        return PageAddress.Canonical(stated) is { } canonical && new Uri(canonical).Host == new Uri(own).Host && new Uri(canonical).AbsolutePath.Length > 1 ? canonical : own;
    }

    private static string? Headline(string? title) => ArticleWords.CleanTitle(title) is { Length: > 0 } line ? line : null;

    private static DeskResult Refused(string error) => new(null, error);
}
