using BorderWatch.Store.Comments;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Desk;

internal sealed class DeskQuery(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IDeskQuery
{
    private const int LongestQueue = 5000;

    public async Task<DeskCounts> CountAsync(Guid? reader, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new DeskCounts(
            await Lane(db, DeskLane.Review, null).CountAsync(cancellation), await Lane(db, DeskLane.Differ, null).CountAsync(cancellation),
            await Pairs(db).CountAsync(cancellation), await Lane(db, DeskLane.Challenged, null).CountAsync(cancellation),
            reader is null ? 0 : await Lane(db, DeskLane.Assigned, reader).CountAsync(cancellation), reader is { } account ? await CommentQuery.Open(db, account).CountAsync(cancellation) : 0,
            await Lane(db, DeskLane.SecondOpinion, null).CountAsync(cancellation));
    }

    public async Task<IReadOnlyList<DeskItem>> ItemsAsync(DeskLane lane, Guid? reader, int most, CancellationToken cancellation)
    {
        if (lane is DeskLane.Duplicates or DeskLane.Mentions) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ids = await Ranked(Lane(db, lane, reader)).Take(most).ToListAsync(cancellation);
        var items = await ItemsAsync(db, ids, cancellation);
        return [.. ids.Where(items.ContainsKey).Select(id => items[id])];
    }

    public async Task<IReadOnlyList<DuplicatePair>> PairsAsync(int most, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var pairs = await Pairs(db).OrderByDescending(p => p.Score).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId).Take(most).ToListAsync(cancellation);
        var items = await ItemsAsync(db, [.. pairs.SelectMany(p => (Guid[])[p.FirstId, p.SecondId]).Distinct()], cancellation);
        return [.. pairs.Select(p => new DuplicatePair(items[p.FirstId], items[p.SecondId], p.Score, p.Reason))];
    }

    public async Task<Guid?> NextAsync(DeskLane lane, Guid? reader, Guid after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var queue = await Ranked(Lane(db, lane, reader)).Take(LongestQueue).ToListAsync(cancellation);
        var at = queue.IndexOf(after);
        var next = at >= 0 && at + 1 < queue.Count ? queue[at + 1] : queue.FirstOrDefault(id => id != after);
        return next == Guid.Empty ? null : next;
    }

    /// <summary>The incidents of a lane, in no order.</summary>
    internal static IQueryable<Incident> Lane(BorderWatchDbContext db, DeskLane lane, Guid? reader)
    {
        var incidents = db.Incidents.AsNoTracking().Where(i => i.MergedIntoId == null);
        var questioned = db.OpenlyQuestioned();
        return lane switch
        {
            DeskLane.Review => incidents.Where(i => i.Status == IncidentStatus.Unreviewed),
            DeskLane.Differ => incidents.Where(i => i.HasConflict && i.Status != IncidentStatus.Rejected),
            DeskLane.Challenged => incidents.Where(i => i.IsChallenged),
            DeskLane.SecondOpinion => incidents.Where(i => i.Status == IncidentStatus.Unreviewed && questioned.Contains(i.Id)),
            DeskLane.Assigned => incidents.Where(i => reader != null && i.AssigneeId == reader),
            _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, "Possible duplicates are pairs, mentions are comments."),
        };
    }

    private static IQueryable<PossibleDuplicate> Pairs(BorderWatchDbContext db) => db.PossibleDuplicates.AsNoTracking().Where(p => p.PartedAt == null
        && db.Incidents.Any(i => i.Id == p.FirstId && i.MergedIntoId == null && i.Status != IncidentStatus.Rejected)
        && db.Incidents.Any(i => i.Id == p.SecondId && i.MergedIntoId == null && i.Status != IncidentStatus.Rejected));

    /// <summary>
    /// What matters first: people, then a challenged ruling, a contradiction, an unsure extraction; each day of age costs as much as two
    /// people killed gain, so that yesterday's small clash does not wait behind last month's.
    /// </summary>
    private IQueryable<Guid> Ranked(IQueryable<Incident> incidents)
    {
        var now = clock.GetUtcNow();
        return incidents
            .OrderByDescending(i =>
                2.0 * Math.Min(i.Killed.Best ?? i.Killed.Low ?? 0, 50) + 0.5 * Math.Min(i.Injured.Best ?? i.Injured.Low ?? 0, 50) + Math.Min(i.Abducted.Best ?? i.Abducted.Low ?? 0, 50)
                + (i.IsChallenged ? 20.0 : 0.0) + (i.HasConflict ? 10.0 : 0.0) + 10.0 * (1.0 - i.Confidence) - 4.0 * (now - i.FirstReportedAt).TotalDays)
            .ThenByDescending(i => i.Id)
            .Select(i => i.Id);
    }

    private static async Task<Dictionary<Guid, DeskItem>> ItemsAsync(BorderWatchDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var rows = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(TimelineRowParts.Of).ToListAsync(cancellation);
        var since = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.FirstReportedAt, i.IsChallenged }).ToDictionaryAsync(i => i.Id, cancellation);
        return rows.Select(parts => parts.ToRow()).ToDictionary(row => row.Id, row => new DeskItem(row, since[row.Id].FirstReportedAt, since[row.Id].IsChallenged));
    }
}
