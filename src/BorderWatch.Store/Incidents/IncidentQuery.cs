using BorderWatch.Store.Rulings;
using BorderWatch.Store.Tags;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Incidents;

internal sealed class IncidentQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IIncidentQuery
{
    // A merges into B, B into C …
    private const int LongestWay = 100;

    public async Task<IncidentDetail?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Place).SingleOrDefaultAsync(i => i.Id == id, cancellation);
        for (var step = 0; incident?.MergedIntoId is { } into && step < LongestWay; step++)
        {
            id = into;
            incident = await db.Incidents.AsNoTracking().Include(i => i.Place).SingleOrDefaultAsync(i => i.Id == into, cancellation);
        }
        if (incident is null) return null;

        var actors = await db.IncidentActors.AsNoTracking()
            .Where(part => part.IncidentId == id)
            .Select(part => new IncidentActorView(
                part.ActorId, part.Actor.Name, part.Actor.Kind, part.Actor.CountryCode, part.Role, part.Attribution))
            .ToListAsync(cancellation);
        var tags = await db.Incidents.Where(i => i.Id == id)
            .SelectMany(i => i.Tags).OrderBy(tag => tag.Name).Select(tag => new TagMark(tag.Name, tag.Group, tag.Colour)).ToListAsync(cancellation);
        var history = await db.Revisions.AsNoTracking()
            .Where(revision => revision.SubjectType == "incident" && revision.SubjectId == id)
            .OrderByDescending(revision => revision.At).ThenByDescending(revision => revision.Id).ToListAsync(cancellation);
        return new IncidentDetail(
            incident, [.. actors.OrderBy(actor => actor.Role).ThenBy(actor => actor.Name, StringComparer.Ordinal)],
            await ReportsAsync(db, id, cancellation), history, [.. tags.Select(tag => tag.Name)])
        {
            Rulings = await RulingsAsync(db, id, cancellation),
            Marks = tags,
        };
    }

    private static async Task<IReadOnlyList<RulingView>> RulingsAsync(BorderWatchDbContext db, Guid incident, CancellationToken cancellation)
    {
        var standing = await db.Rulings.AsNoTracking().Where(r => r.IncidentId == incident && r.SupersededAt == null).ToListAsync(cancellation);
        return [.. standing.Select(RulingView.Of).OrderBy(r => r.Field)];
    }

    private static async Task<IReadOnlyList<ReportView>> ReportsAsync(BorderWatchDbContext db, Guid incident, CancellationToken cancellation)
    {
        var claims = await db.Claims.AsNoTracking()
            .Where(claim => db.Reports.Any(r => r.Id == claim.ReportId && r.IncidentId == incident && r.SupersededAt == null))
            .OrderByDescending(claim => claim.InTitle).ThenBy(claim => claim.QuoteStart).ThenBy(claim => claim.QuoteEnd).ThenBy(claim => claim.Id)
            .ToListAsync(cancellation);
        var claimsOf = claims.ToLookup(claim => claim.ReportId, claim => new ClaimView(
            claim.Id, claim.Field, ClaimValue.Parse(claim.Value), claim.Quote, claim.QuoteStart, claim.QuoteEnd, claim.InTitle, claim.Extractor));

        var reports =
            from report in db.Reports
            where report.IncidentId == incident && report.SupersededAt == null
            join article in db.Articles on report.ArticleId equals article.Id
            join revision in db.ArticleRevisions on report.ArticleRevisionId equals revision.Id
            join source in db.Sources on article.SourceId equals source.Id
            orderby article.PublishedAt ?? revision.FetchedAt descending, report.Id
            select new ReportView(
                report.Id, article.Id, source.Name, source.IsDemo, article.CanonicalUrl, article.PublishedAt, revision.FetchedAt,
                revision.Title, revision.Text, revision.Author, report.Confidence, report.MatchScore, report.MatchReason, Array.Empty<ClaimView>())
            { RevisionId = revision.Id, RulesConfidence = report.RulesConfidence, IncidentLikelihood = report.IncidentLikelihood };
        var read = await reports.ToListAsync(cancellation);
        return [.. read.Select(report => report with { Claims = [.. claimsOf[report.Id]] })];
    }
}
