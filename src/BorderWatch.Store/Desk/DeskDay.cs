using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Desk;

/// <inheritdoc cref="IDeskDay"/>
internal sealed class DeskDay(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IDeskDay
{
    public async Task<LaneAge> AgeAsync(DeskLane lane, Guid? reader, CancellationToken cancellation)
    {
        var dayAgo = clock.GetUtcNow().AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await DeskQuery.Lane(db, lane, reader).GroupBy(_ => 1)
            .Select(g => new LaneAge(g.Min(i => (DateTimeOffset?)i.FirstReportedAt), g.Count(i => i.FirstReportedAt < dayAgo))).SingleOrDefaultAsync(cancellation) ?? new(null, 0);
    }

    public async Task<IReadOnlyList<EditorDay>> TodayAsync(CancellationToken cancellation)
    {
        var midnight = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // To assign is no ruling.
        return await db.Database.SqlQuery<EditorDay>(
            $$"""
            SELECT e."by" AS name, count(DISTINCT r.subject_id)::int AS incidents,
                (count(DISTINCT r.subject_id) FILTER (WHERE e.steps @> '[{"is": "reviewed", "to": "Confirmed"}]'))::int AS confirmed,
                (count(DISTINCT r.subject_id) FILTER (WHERE e.steps @> '[{"is": "reviewed", "to": "Rejected"}]'))::int AS rejected,
                (count(DISTINCT r.subject_id) FILTER (WHERE e.steps @> '[{"is": "ruled"}]'))::int AS corrected
            FROM edits e JOIN revisions r ON r.edit_id = e.id
            WHERE e.at >= {{midnight}} AND e.undone_at IS NULL AND e.undoes IS NULL AND jsonb_path_exists(e.steps, '$[*] ? (@.is != "assigned")')
            GROUP BY e."by" ORDER BY 2 DESC, 1
            """).ToListAsync(cancellation);
    }
}
