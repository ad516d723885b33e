using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Opinions;

internal sealed class OpinionQuery(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IOpinionQuery
{
    public async Task<IReadOnlyList<OpinionLine>> OfIncidentAsync(Guid incident, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var read = await (
            from claim in db.OpinionClaims.AsNoTracking()
            join report in db.Reports on claim.ReportId equals report.Id
            where report.IncidentId == incident && report.SupersededAt == null
            join opinion in db.SecondOpinions on claim.OpinionId equals opinion.Id
            orderby claim.InTitle descending, claim.QuoteStart, claim.QuoteEnd, claim.Id
            select new { Claim = claim, ReportId = report.Id, opinion.ArticleRevisionId, opinion.Extractor }).ToListAsync(cancellation);
        return [.. read.Select(line => new OpinionLine(View(line.Claim, line.Extractor), line.ReportId, line.ArticleRevisionId, line.Claim.Verdict!.Value))];
    }

    public async Task<SecondOpinion?> OfArticleAsync(Guid article, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = db.ArticleRevisions.Where(revision => revision.ArticleId == article).OrderByDescending(revision => revision.Number).Select(revision => (Guid?)revision.Id).Take(1);
        return await db.SecondOpinions.AsNoTracking()
            .Include(opinion => opinion.Claims.OrderBy(claim => claim.Ordinal).ThenByDescending(claim => claim.InTitle).ThenBy(claim => claim.QuoteStart).ThenBy(claim => claim.Id))
            .SingleOrDefaultAsync(opinion => newest.Contains(opinion.ArticleRevisionId), cancellation);
    }

    public async Task<OpinionSummary> SummaryAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var calls = db.OpinionCalls.AsNoTracking().Where(call => call.At >= since);
        var sums = await calls.GroupBy(_ => 1).Select(all => new { Calls = all.Count(), Answered = all.Count(call => call.Succeeded), Tokens = all.Sum(call => call.Tokens), Cost = all.Sum(call => call.Cost) })
            .SingleOrDefaultAsync(cancellation);
        var (tokensToday, costToday) = await db.ChargedAsync(now, cancellation);
        var answered = db.SecondOpinions.AsNoTracking().Where(opinion => opinion.AnsweredAt >= since);
        var failure = await calls.Where(call => !call.Succeeded && call.EndedAt != null).OrderByDescending(call => call.At).ThenByDescending(call => call.Id).Select(call => new { call.Outcome, call.EndedAt }).FirstOrDefaultAsync(cancellation);
        return new OpinionSummary(
            sums?.Calls ?? 0, sums?.Answered ?? 0,
            await db.OpinionClaims.CountAsync(claim => answered.Any(opinion => opinion.Id == claim.OpinionId), cancellation), await answered.SumAsync(opinion => opinion.Dropped, cancellation),
            sums?.Tokens ?? 0, sums?.Cost ?? 0, tokensToday, costToday,
            await db.SecondOpinions.CountAsync(opinion => opinion.State == OpinionState.Waiting, cancellation),
            await db.SecondOpinions.CountAsync(opinion => opinion.State == OpinionState.Failed && opinion.RequestedAt >= since, cancellation),
            failure?.Outcome, failure?.EndedAt,
            await db.RestUntilAsync(now, cancellation));
    }

    private static ClaimView View(OpinionClaim claim, string? extractor) =>
        new(claim.Id, claim.Field, ClaimValue.Parse(claim.Value), claim.Quote, claim.QuoteStart, claim.QuoteEnd, claim.InTitle, extractor ?? "");
}
