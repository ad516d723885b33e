using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Sources;

internal sealed class SourceQuery(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider time) : ISourceQuery
{
    public async Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Views(db, null).ToListAsync(cancellation);
    }

    public Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken cancellation) => HealthAsync((Guid?)null, cancellation);

    public async Task<SourceHealth?> HealthAsync(Guid sourceId, CancellationToken cancellation) => (await HealthAsync((Guid?)sourceId, cancellation)).SingleOrDefault();

    private async Task<IReadOnlyList<SourceHealth>> HealthAsync(Guid? source, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var views = await Views(db, source).ToListAsync(cancellation);
        var counts = (await SourceCount.Of(db, source, now).ToListAsync(cancellation)).ToLookup(count => count.SourceId);
        return [.. views.Select(view => Health(view, counts[view.Source.Id], now))];
    }

    private static SourceHealth Health(SourceView view, IEnumerable<SourceCount> counts, DateTimeOffset now)
    {
        var weeks = new SourceWeek[SourceHealth.WeekCount];
        var days = new Dictionary<int, int>();
        var (reviewed, confirmed, unreadable) = (0, 0, 0);
        foreach (var count in counts)
        {
            // The last moment of the eighth week counts to it.
            var last = SourceHealth.WeekCount - 1;
            switch (count.What)
            {
                case SourceCount.ArticlesOfDay:
                    days[count.Ago] = count.Count;
                    if (count.Ago < 7) unreadable += count.OfThese;
                    ref var week = ref weeks[last - Math.Min(count.Ago / 7, last)];
                    week = week with { Articles = week.Articles + count.Count };
                    break;
                case SourceCount.IncidentsOfWeek:
                    ref var told = ref weeks[last - Math.Min(count.Ago, last)];
                    told = told with { Incidents = told.Incidents + count.Count };
                    break;
                default:
                    (reviewed, confirmed) = (count.Count, count.OfThese);
                    break;
            }
        }
        return new SourceHealth(view, weeks, confirmed, reviewed, SourceTrouble.Of(view, days, unreadable, now));
    }

    private static IQueryable<SourceView> Views(BorderWatchDbContext db, Guid? only)
    {
        // Counted for all sources at once: one pass over the articles and one over the reports.
        var articles = db.Articles.Where(article => only == null || article.SourceId == only)
            .GroupBy(article => article.SourceId)
            .Select(g => new { SourceId = g.Key, Count = g.Count(), Last = g.Max(article => article.FirstSeenAt) });
        var incidents = db.Reports
            .Where(report => report.SupersededAt == null)
            .Join(db.Articles, report => report.ArticleId, article => article.Id, (report, article) => new { article.SourceId, report.IncidentId })
            .Where(told => only == null || told.SourceId == only)
            .Distinct()
            .GroupBy(told => told.SourceId)
            .Select(g => new { SourceId = g.Key, Count = g.Count() });
        return
            from source in db.Sources.AsNoTracking()
            where only == null || source.Id == only
            join article in articles on source.Id equals article.SourceId into brought
            from article in brought.DefaultIfEmpty()
            join incident in incidents on source.Id equals incident.SourceId into reported
            from incident in reported.DefaultIfEmpty()
            orderby source.Name
            select new SourceView(
                source, (int?)article.Count ?? 0, (int?)incident.Count ?? 0, (DateTimeOffset?)article.Last);
    }
}
