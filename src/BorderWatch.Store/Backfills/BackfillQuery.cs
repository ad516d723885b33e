using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Backfills;

internal sealed class BackfillQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IBackfillQuery
{
    private const int Most = 10;

    private const int MostReasons = 5;

    public async Task<IReadOnlyList<BackfillProgress>> ListAsync(Guid sourceId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await WithCountsAsync(db, db.Backfills.AsNoTracking().Where(b => b.SourceId == sourceId).OrderByDescending(b => b.Id).Take(Most), cancellation);
    }

    public async Task<BackfillProgress?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return (await WithCountsAsync(db, db.Backfills.AsNoTracking().Where(b => b.Id == id), cancellation)).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<BackfillProgress>> WithCountsAsync(BorderWatchDbContext db, IQueryable<Backfill> chosen, CancellationToken cancellation)
    {
        var backfills = await chosen.ToListAsync(cancellation);
        if (backfills.Count == 0) return [];
        var ids = backfills.ConvertAll(b => b.Id);
        var counts = await db.BackfillItems.Where(i => ids.Contains(i.BackfillId)).GroupBy(i => new { i.BackfillId, i.Outcome }).Select(g => new { g.Key.BackfillId, g.Key.Outcome, Count = g.Count() }).ToListAsync(cancellation);
        var reasons = await db.BackfillItems.Where(i => ids.Contains(i.BackfillId) && i.Outcome == BackfillOutcome.Failed && i.Note != null)
            .GroupBy(i => new { i.BackfillId, i.Note }).Select(g => new { g.Key.BackfillId, g.Key.Note, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Note).ToListAsync(cancellation);
        return [.. backfills.Select(b => new BackfillProgress(
            b,
            counts.Where(c => c.BackfillId == b.Id).ToDictionary(c => c.Outcome, c => c.Count),
            [.. reasons.Where(r => r.BackfillId == b.Id).Take(MostReasons).Select(r => (r.Note!, r.Count))]))];
    }
}
