using BorderWatch.Store;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>An article that is here already.</summary>
/// <param name="Article">Tracked.</param>
/// <param name="HasRevision">False where its text could not be had before.</param>
/// <param name="IsUnchanged">True where its newest revision has the words that have come now.</param>
/// <param name="FetchedAt">When the newest revision came; null where there is none.</param>
internal sealed record KnownArticle(Article Article, bool HasRevision, bool IsUnchanged, DateTimeOffset? FetchedAt);

/// <summary>Finds the article that an incoming one is.</summary>
internal static class ArticleSearch
{
    /// <summary>By its feed's identifier, then its address, then its words; null where it is new.</summary>
    public static async Task<KnownArticle?> FindAsync(BorderWatchDbContext db, IncomingArticle incoming, byte[] hash, int tellingLength, CancellationToken cancellation)
    {
        var article = await ByKeyAsync(db, incoming.SourceId, incoming.FeedItemId, incoming.CanonicalUrl, cancellation);
        if (article is null && incoming.Text.Length >= tellingLength)
        {
            // The same words under another identifier or address: one article, not two. In another outlet they are its own
            // article, and a copy; pasted ones have no outlet to speak of.
            var same = await (
                from revision in db.ArticleRevisions
                where revision.ContentHash == hash
                join other in db.Articles on revision.ArticleId equals other.Id
                where other.SourceId == incoming.SourceId || other.SourceId == Source.PastedId || incoming.SourceId == Source.PastedId
                orderby revision.Id
                select (Guid?)other.Id).FirstOrDefaultAsync(cancellation);
            if (same is not null) return new KnownArticle(await db.Articles.FirstAsync(a => a.Id == same, cancellation), true, true, null);
        }
        if (article is null) return null;
        var newest = await db.ArticleRevisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.Number)
            .Select(r => new { r.ContentHash, r.FetchedAt }).FirstOrDefaultAsync(cancellation);
        return new KnownArticle(article, newest is not null, newest is not null && newest.ContentHash.AsSpan().SequenceEqual(hash), newest?.FetchedAt);
    }

    /// <summary>By its feed's identifier or its address within the source; by its address in any source for a page that was pasted.</summary>
    public static async Task<Article?> ByKeyAsync(BorderWatchDbContext db, Guid sourceId, string? feedItemId, string? canonicalUrl, CancellationToken cancellation)
    {
        if (feedItemId is not null && await db.Articles.FirstOrDefaultAsync(a => a.SourceId == sourceId && a.FeedItemId == feedItemId, cancellation) is { } byId) return byId;
        if (canonicalUrl is null) return null;
        return await db.Articles.Where(a => a.CanonicalUrl == canonicalUrl).OrderByDescending(a => a.SourceId == sourceId).ThenBy(a => a.Id).FirstOrDefaultAsync(cancellation);
    }
}
