using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Opinions;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Lays what a model tells beside what the extractor read in the same revision: which report is of the same incident, and whether the two agree.</summary>
internal static class OpinionFitting
{
    /// <summary>Fits an opinion's claims to the revision's reports that stand. Saves nothing.</summary>
    public static async Task FitAsync(BorderWatchDbContext db, Guid revision, IReadOnlyList<OpinionClaim> claims, CancellationToken cancellation)
    {
        var reports = await db.Reports.AsNoTracking().Include(report => report.Claims)
            .Where(report => report.ArticleRevisionId == revision && report.SupersededAt == null).OrderBy(report => report.Ordinal).ToListAsync(cancellation);
        Fit(claims, reports);
    }

    /// <summary>Fits anew, where a revision was extracted anew and has other reports. Saves nothing.</summary>
    public static async Task FitAgainAsync(BorderWatchDbContext db, Guid revision, CancellationToken cancellation)
    {
        var claims = await db.OpinionClaims.Where(claim => db.SecondOpinions.Any(opinion => opinion.Id == claim.OpinionId && opinion.ArticleRevisionId == revision)).ToListAsync(cancellation);
        if (claims.Count > 0) await FitAsync(db, revision, claims, cancellation);
    }

    /// <summary>Each of the model's incidents goes with the report that rests on the same words, each report with one of them.</summary>
    internal static void Fit(IReadOnlyList<OpinionClaim> claims, IReadOnlyList<Report> reports)
    {
        foreach (var claim in claims) (claim.ReportId, claim.Verdict) = (null, null);
        var pairs =
            from told in claims.GroupBy(claim => claim.Ordinal)
            from report in reports
            let score = told.Sum(claim => Shared(claim, report))
            where score > 0
            orderby score descending, told.Key, report.Ordinal
            select (Told: told, Report: report);
        HashSet<int> fitted = [];
        HashSet<Guid> taken = [];
        foreach (var (told, report) in pairs)
        {
            if (fitted.Contains(told.Key) || taken.Contains(report.Id)) continue;
            fitted.Add(told.Key);
            taken.Add(report.Id);
            foreach (var claim in told) (claim.ReportId, claim.Verdict) = (report.Id, Verdict(claim, report));
        }
    }

    private static int Shared(OpinionClaim claim, Report report)
    {
        var over = report.Claims.Where(c => c.Field is not ClaimField.Reaction && c.InTitle == claim.InTitle && c.QuoteStart < claim.QuoteEnd && claim.QuoteStart < c.QuoteEnd).ToList();
        return over.Exists(c => c.Field == claim.Field) ? 2 : over.Count > 0 ? 1 : 0;
    }

    private static OpinionVerdict Verdict(OpinionClaim claim, Report report)
    {
        var value = ClaimValue.Parse(claim.Value);
        var read = report.Claims.Where(c => c.Field == claim.Field).Select(c => ClaimValue.Parse(c.Value)).ToList();
        if (value is ClaimValue.Actor actor) return Verdict(actor, [.. read.OfType<ClaimValue.Actor>()]);
        return read.Count == 0 ? OpinionVerdict.Adds
            : value is ClaimValue.Text means ? (read.OfType<ClaimValue.Text>().Any(text => SameName(text.Words ?? "", means.Words ?? "")) ? OpinionVerdict.Agrees : OpinionVerdict.Differs)
            : read.Exists(said => !Challenge.Contradicts(value, [said])) ? OpinionVerdict.Agrees : OpinionVerdict.Differs;
    }

    // Several may have been hit; who did it is one.
    private static OpinionVerdict Verdict(ClaimValue.Actor actor, IReadOnlyList<ClaimValue.Actor> read) =>
        read.Any(said => said.Role == actor.Role && SameName(said.Name, actor.Name)) ? OpinionVerdict.Agrees
        : actor.Role == ActorRole.Perpetrator && read.Any(said => said.Role == ActorRole.Perpetrator) ? OpinionVerdict.Differs : OpinionVerdict.Adds;

    private static bool SameName(string one, string other)
    {
        var (a, b) = ($" {NameKey.Of(one)} ", $" {NameKey.Of(other)} ");
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }
}
