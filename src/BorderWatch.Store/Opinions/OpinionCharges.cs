using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Opinions;

/// <summary>What a day is charged with.</summary>
public static class OpinionCharges
{
    /// <summary>Tokens and cost of the day, UTC, that holds a moment: what calls took, and what those that have not ended can take at most.</summary>
    public static async Task<(long Tokens, decimal Cost)> ChargedAsync(this BorderWatchDbContext db, DateTimeOffset at, CancellationToken cancellation)
    {
        var day = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        var next = day.AddDays(1);
        var sum = await db.OpinionCalls.Where(call => call.At >= day && call.At < next).GroupBy(_ => 1)
            .Select(all => new { Tokens = all.Sum(call => call.Tokens), Cost = all.Sum(call => call.Cost) }).SingleOrDefaultAsync(cancellation);
        return (sum?.Tokens ?? 0, sum?.Cost ?? 0);
    }

    /// <summary>Until when the endpoint is left alone, UTC; null where it is not.</summary>
    public static Task<DateTimeOffset?> RestUntilAsync(this BorderWatchDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        // No rest is longer than a day.
        var since = now.AddDays(-2);
        return db.OpinionCalls.Where(call => call.At > since && call.RestUntil > now).MaxAsync(call => call.RestUntil, cancellation);
    }

    /// <summary>The incidents of which a model reads otherwise than the extractor, on a field that nobody ruled on: another value (means are worded differently, and not counted), or one of people, place or day where the extractor has none.</summary>
    public static IQueryable<Guid> OpenlyQuestioned(this BorderWatchDbContext db) =>
        from claim in db.OpinionClaims
        where (claim.Verdict == OpinionVerdict.Differs && claim.Field != Incidents.ClaimField.Weapon) || (claim.Verdict == OpinionVerdict.Adds && s_telling.Contains(claim.Field))
        join report in db.Reports on claim.ReportId equals report.Id
        where report.SupersededAt == null && !db.Rulings.Any(ruling => ruling.IncidentId == report.IncidentId && ruling.Field == claim.Field && ruling.SupersededAt == null)
        select report.IncidentId;

    private static readonly Incidents.ClaimField[] s_telling =
        [Incidents.ClaimField.Killed, Incidents.ClaimField.Injured, Incidents.ClaimField.Abducted, Incidents.ClaimField.Place, Incidents.ClaimField.Occurred];
}
