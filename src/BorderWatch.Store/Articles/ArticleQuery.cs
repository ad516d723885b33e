using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Articles;

internal sealed class ArticleQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IArticleQuery
{
    public async Task<ArticleDetail?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var article = await db.Articles.AsNoTracking().Include(a => a.Revisions.OrderBy(r => r.Number)).SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (article is null) return null;
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == article.SourceId, cancellation);
        var reports = await db.Reports.AsNoTracking().Include(r => r.Claims).Where(r => r.ArticleId == id && r.SupersededAt == null).OrderBy(r => r.Ordinal)
            .Join(db.Incidents, r => r.IncidentId, i => i.Id, (report, incident) => new { Report = report, incident.Title }).ToListAsync(cancellation);
        var superseded = await db.Reports.CountAsync(r => r.ArticleId == id && r.SupersededAt != null, cancellation);
        return new ArticleDetail(
            article, source,
            [.. reports.OrderBy(r => r.Report.Ordinal).Select(r => new ArticleReport(r.Report.IncidentId, r.Title, r.Report.MatchScore, r.Report.MatchReason, r.Report.Claims.Count) { RevisionId = r.Report.ArticleRevisionId, Quotes = r.Report.Claims })],
            superseded);
    }

    public async Task<IReadOnlyList<ArticleLine>> ListAsync(Guid sourceId, ArticleChoice which, ArticleLine? after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var articles = Chosen(db.Articles.AsNoTracking().Where(a => a.SourceId == sourceId), which);
        if (after?.Article is { FirstSeenAt: var seen, Id: var id }) articles = articles.Where(a => a.FirstSeenAt < seen || (a.FirstSeenAt == seen && a.Id < id));
        return await articles.OrderByDescending(a => a.FirstSeenAt).ThenByDescending(a => a.Id).Take(IArticleQuery.PageSize)
            .Select(a => new ArticleLine(
                a, db.ArticleRevisions.Where(r => r.ArticleId == a.Id).OrderByDescending(r => r.Number).Select(r => r.Title).FirstOrDefault(),
                db.Reports.Where(r => r.ArticleId == a.Id && r.SupersededAt == null).Select(r => r.IncidentId).Distinct().Count()))
            .ToListAsync(cancellation);
    }

    public async Task<RawFetch?> RawAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.RawFetches.AsNoTracking().FirstOrDefaultAsync(raw => db.Articles.Any(a => a.Id == id && a.RawFetchId == raw.Id), cancellation);
    }

    public async Task<IReadOnlyDictionary<ArticleChoice, int>> CountAsync(Guid sourceId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = await db.Articles.Where(a => a.SourceId == sourceId).GroupBy(a => new { a.Outcome, IsPartial = a.TextNote != null })
            .Select(g => new { g.Key.Outcome, g.Key.IsPartial, Count = g.Count() }).ToListAsync(cancellation);
        return Enum.GetValues<ArticleChoice>().ToDictionary(which => which, which => counts.Where(c => which switch
        {
            ArticleChoice.Incidents => c.Outcome is ArticleOutcome.HasIncidents,
            ArticleChoice.Nothing => c.Outcome is ArticleOutcome.NoIncident or ArticleOutcome.OtherLanguage,
            ArticleChoice.Failed => c.Outcome is ArticleOutcome.Unreadable || c.IsPartial,
            _ => true,
        }).Sum(c => c.Count));
    }

    private static IQueryable<Article> Chosen(IQueryable<Article> articles, ArticleChoice which) => which switch
    {
        ArticleChoice.Incidents => articles.Where(a => a.Outcome == ArticleOutcome.HasIncidents),
        ArticleChoice.Nothing => articles.Where(a => a.Outcome == ArticleOutcome.NoIncident || a.Outcome == ArticleOutcome.OtherLanguage),
        ArticleChoice.Failed => articles.Where(a => a.Outcome == ArticleOutcome.Unreadable || a.TextNote != null),
        _ => articles,
    };
}
