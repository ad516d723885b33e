using BorderWatch.Store.Comments;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Desk;

internal sealed class DeskQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IDeskQuery
{
    private const int LongestQueue = 5000;
    private const int UsualQueue = 200;

    // The index of the reports that are found unlikely has the same bound.
    private const double LeastLikely = 0.5;

    public async Task<DeskCounts> CountAsync(Guid? reader, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new DeskCounts(
            await Lane(db, DeskLane.Review, null).CountAsync(cancellation), await Lane(db, DeskLane.Differ, null).CountAsync(cancellation),
            await Pairs(db).CountAsync(cancellation), await Lane(db, DeskLane.Challenged, null).CountAsync(cancellation),
            reader is null ? 0 : await Lane(db, DeskLane.Assigned, reader).CountAsync(cancellation), reader is { } account ? await CommentQuery.Open(db, account).CountAsync(cancellation) : 0,
            await Lane(db, DeskLane.SecondOpinion, null).CountAsync(cancellation), await Lane(db, DeskLane.Unlikely, null).CountAsync(cancellation));
    }

    public async Task<IReadOnlyList<DeskItem>> ItemsAsync(DeskLane lane, Guid? reader, int most, CancellationToken cancellation)
    {
        if (lane is DeskLane.Duplicates or DeskLane.Mentions) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (lane is DeskLane.Unlikely)
        {
            var unlikely = await Unlikely(db).Take(most).ToListAsync(cancellation);
            var known = await ItemsAsync(db, [.. unlikely.Select(one => one.Id)], cancellation);
            return [.. unlikely.Where(one => known.ContainsKey(one.Id)).Select(one => known[one.Id] with { Likelihood = one.Likelihood })];
        }
        var first = await Lane(db, lane, reader).FirstAsync(db, reader, most, cancellation);
        var items = await ItemsAsync(db, [.. first.Select(one => one.Id)], cancellation);
        return [.. first.Where(one => items.ContainsKey(one.Id)).Select(one => items[one.Id] with { Reasons = one.Reasons })];
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
        var incidents = Lane(db, lane, reader);
        var queue = await QueueAsync(UsualQueue);
        var at = queue.IndexOf(after);
        // Far down, or at the end of what was read: the rare case pays for the whole queue.
        if (queue.Count == UsualQueue && at + 1 is 0 or UsualQueue && await incidents.AnyAsync(i => i.Id == after, cancellation))
        {
            queue = await QueueAsync(LongestQueue);
            at = queue.IndexOf(after);
        }
        var next = at >= 0 && at + 1 < queue.Count ? queue[at + 1] : queue.FirstOrDefault(id => id != after);
        return next == Guid.Empty ? null : next;

        async Task<List<Guid>> QueueAsync(int most) => lane is DeskLane.Unlikely ? await Unlikely(db).Take(most).Select(one => one.Id).ToListAsync(cancellation) : [.. (await incidents.FirstAsync(db, reader, most, cancellation)).Select(one => one.Id)];
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
            DeskLane.Unlikely => incidents.Where(i => i.Status == IncidentStatus.Unreviewed && db.LearntThings.Any(thing => thing.IsOn && thing.Kind == LearntKind.Relevance)
                && db.Reports.Any(r => r.IncidentId == i.Id && r.SupersededAt == null && r.IncidentLikelihood < LeastLikely)
                && !db.Reports.Any(r => r.IncidentId == i.Id && r.SupersededAt == null && (r.IncidentLikelihood == null || r.IncidentLikelihood >= LeastLikely))),
            DeskLane.Assigned => incidents.Where(i => reader != null && i.AssigneeId == reader),
            _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, "Possible duplicates are pairs, mentions are comments."),
        };
    }

    private static IQueryable<UnlikelyIncident> Unlikely(BorderWatchDbContext db) => Lane(db, DeskLane.Unlikely, null)
        .Select(i => new UnlikelyIncident { Id = i.Id, Likelihood = db.Reports.Where(r => r.IncidentId == i.Id && r.SupersededAt == null).Max(r => r.IncidentLikelihood) })
        .OrderBy(one => one.Likelihood).ThenByDescending(one => one.Id);

    private sealed class UnlikelyIncident
    {
        public Guid Id { get; init; }

        public double? Likelihood { get; init; }
    }

    private static IQueryable<PossibleDuplicate> Pairs(BorderWatchDbContext db) => db.PossibleDuplicates.AsNoTracking().Where(p => p.PartedAt == null
        && db.Incidents.Any(i => i.Id == p.FirstId && i.MergedIntoId == null && i.Status != IncidentStatus.Rejected)
        && db.Incidents.Any(i => i.Id == p.SecondId && i.MergedIntoId == null && i.Status != IncidentStatus.Rejected));

    private static async Task<Dictionary<Guid, DeskItem>> ItemsAsync(BorderWatchDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var rows = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(TimelineRowParts.Of).ToListAsync(cancellation);
        var since = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.FirstReportedAt, i.IsChallenged }).ToDictionaryAsync(i => i.Id, cancellation);
        return rows.Select(parts => parts.ToRow()).ToDictionary(row => row.Id, row => new DeskItem(row, since[row.Id].FirstReportedAt, since[row.Id].IsChallenged, []));
    }
}
