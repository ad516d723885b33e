using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Matching;

/// <summary>A report of the store with its claims and the text that they quote.</summary>
internal sealed record LoadedReport(
    Guid Id, Guid IncidentId, Guid ArticleId, Guid SourceId, string Outlet, DateTimeOffset At, string Title, string Headline, string Text, int Ordinal, double Confidence,
    bool IsSuperseded, IReadOnlyList<(ClaimField Field, ClaimValue Value, int Start, int End, bool InTitle)> Claims)
{
    /// <summary>True where an editor has put it to its incident.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>As the rules of derivation read it. Pasted articles have one source and many outlets, so each counts as an outlet of its own.</summary>
    public StandingReport Standing => new(
        Id, SourceId == Source.PastedId ? ArticleId : SourceId, At, Title, Confidence, [.. Claims.Select(c => (c.Field, c.Value))]);

    /// <summary>As it is compared with others.</summary>
    public ReportSketch Sketch => ReportSketch.Of(Title, Headline, Text, Ordinal, DateOnly.FromDateTime(At.UtcDateTime), Claims);

    /// <summary>The standing reports of some incidents, and those of one article even where they no longer stand.</summary>
    public static async Task<List<LoadedReport>> LoadAsync(BorderWatchDbContext db, IReadOnlyCollection<Guid> incidents, Guid? alsoOfArticle, CancellationToken cancellation)
    {
        var rows = await (
            from report in db.Reports.AsNoTracking()
            where incidents.Contains(report.IncidentId) && (report.SupersededAt == null || report.ArticleId == alsoOfArticle)
            join revision in db.ArticleRevisions on report.ArticleRevisionId equals revision.Id
            join article in db.Articles on report.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            select new
            {
                report.Id,
                report.IncidentId,
                report.ArticleId,
                article.SourceId,
                Outlet = source.Name,
                At = article.PublishedAt ?? article.FirstSeenAt,
                report.Title,
                Headline = revision.Title,
                revision.Text,
                report.Ordinal,
                report.Confidence,
                report.SupersededAt,
                report.IsPlaced,
                Claims = report.Claims.Select(c => new { c.Field, c.Value, c.QuoteStart, c.QuoteEnd, c.InTitle }).ToList(),
            }).AsSplitQuery().ToListAsync(cancellation);
        return [.. rows.Select(r => new LoadedReport(
            r.Id, r.IncidentId, r.ArticleId, r.SourceId, r.Outlet, r.At, r.Title, r.Headline, r.Text, r.Ordinal, r.Confidence, r.SupersededAt is not null,
            [.. r.Claims.OrderBy(c => c.InTitle ? 0 : 1).ThenBy(c => c.QuoteStart).Select(c => (c.Field, ClaimValue.Parse(c.Value), c.QuoteStart, c.QuoteEnd, c.InTitle))]) { IsPlaced = r.IsPlaced })];
    }
}
