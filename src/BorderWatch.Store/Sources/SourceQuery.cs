using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Sources;

internal sealed class SourceQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ISourceQuery
{
    public async Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // Counted for all sources at once: one pass over the articles and one over the reports.
        var articles = db.Articles
            .GroupBy(article => article.SourceId)
            .Select(g => new { SourceId = g.Key, Count = g.Count(), Last = g.Max(article => article.FirstSeenAt) });
        var incidents = db.Reports
            .Where(report => report.SupersededAt == null)
            .Join(db.Articles, report => report.ArticleId, article => article.Id, (report, article) => new { article.SourceId, report.IncidentId })
            .Distinct()
            .GroupBy(told => told.SourceId)
            .Select(g => new { SourceId = g.Key, Count = g.Count() });
        return await (
            from source in db.Sources.AsNoTracking()
            join article in articles on source.Id equals article.SourceId into brought
            from article in brought.DefaultIfEmpty()
            join incident in incidents on source.Id equals incident.SourceId into reported
            from incident in reported.DefaultIfEmpty()
            orderby source.Name
            select new SourceView(
                source, (int?)article.Count ?? 0, (int?)incident.Count ?? 0, (DateTimeOffset?)article.Last))
            .ToListAsync(cancellation);
    }
}
