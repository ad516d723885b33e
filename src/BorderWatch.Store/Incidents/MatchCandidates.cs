using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Incidents;

internal sealed class MatchCandidates : IMatchCandidates
{
    private const long MatchingLock = 0x424F5244_4D415443; // "BORDMATC"

    // An incident of which only the month is known stands in the timeline at the month's end.
    private const int LongestPrecisionDays = 31;

    public async Task LockAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The matching lock needs a transaction that holds it.");
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MatchingLock})", cancellation);
    }

    public async Task<IReadOnlyList<MatchCandidate>> FindAsync(BorderWatchDbContext db, MatchWindow window, CancellationToken cancellation)
    {
        var latest = window.To.AddDays(LongestPrecisionDays);
        var incidents = db.Incidents.AsNoTracking()
            .Where(i => i.MergedIntoId == null)
            .Where(i => i.TimelineDate >= window.From && i.TimelineDate <= latest && (i.OccurredFrom ?? i.TimelineDate) <= window.To);
        if (window.CountryCode is { } country) incidents = incidents.Where(i => i.CountryCode == country || i.CountryCode == null);
        if (window.EventTypes.Count > 0) incidents = incidents.Where(i => window.EventTypes.Contains(i.EventType));
        return await incidents
            .OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id)
            .Take(window.Most)
            .Select(i => new MatchCandidate(
                i.Id, i.Title, i.EventType, i.SubEventType, i.OccurredFrom, i.OccurredTo, i.TimePrecision, i.TimelineDate,
                i.Place, i.PlacePrecision, i.Killed, i.Injured, i.Abducted, i.Weapon,
                i.Actors.Select(part => new CandidateActor(part.ActorId, part.Actor.NameKey, part.Actor.Kind, part.Role)).ToList(),
                i.Reports.Select(report => report.ArticleId).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
    }
}
