using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Actors;

internal sealed class ActorQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IActorQuery
{
    private const int MostCounted = 60;

    public async Task<IReadOnlyList<ActorSuggestion>> SuggestAsync(string? typed, int most, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var words = (typed ?? "").Replace("\0", "").Trim();
        // LIKE's own signs are taken literally; trigrams serve both LIKE and likeness.
        var found = db.Database.SqlQuery<Found>(
            $"""
            WITH typed AS (
                SELECT fold_name({words}) AS words, regexp_replace(fold_name({words}), '([\\%_])', '\\\1', 'g') AS pattern
            ), named AS (
                SELECT n.actor_id, max(n.rank) AS rank
                FROM typed t
                CROSS JOIN LATERAL (
                    SELECT id AS actor_id, CASE WHEN name_key LIKE t.pattern || '%' THEN 2 ELSE word_similarity(t.words, name_key) END AS rank
                    FROM actors WHERE name_key LIKE '%' || t.pattern || '%' OR t.words <% name_key
                    UNION ALL
                    SELECT actor_id, CASE WHEN name_key LIKE t.pattern || '%' THEN 2 ELSE word_similarity(t.words, name_key) END
                    FROM actor_aliases WHERE name_key LIKE '%' || t.pattern || '%' OR t.words <% name_key
                ) n
                GROUP BY n.actor_id
                -- To count the incidents of everybody whose name holds three letters would take longer than typing the fourth.
                ORDER BY rank DESC, n.actor_id
                LIMIT CASE WHEN {words} = '' THEN NULL ELSE {MostCounted} END
            )
            SELECT a.id, a.name, a.kind, a.country_code,
                   (SELECT count(DISTINCT p.incident_id)::int FROM incident_actors p WHERE p.actor_id = a.id) AS incident_count
            FROM named JOIN actors a ON a.id = named.actor_id
            ORDER BY named.rank DESC, incident_count DESC, a.name
            LIMIT {most}
            """);
        var actors = await found.ToListAsync(cancellation);
        return [.. actors.Select(a => new ActorSuggestion(a.Id, a.Name, Enum.Parse<ActorKind>(a.Kind), a.CountryCode, a.IncidentCount))];
    }

    public async Task<ActorSuggestion?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Actors.AsNoTracking()
            .Where(actor => actor.Id == id)
            .Select(actor => new ActorSuggestion(
                actor.Id, actor.Name, actor.Kind, actor.CountryCode,
                db.IncidentActors.Where(part => part.ActorId == actor.Id).Select(part => part.IncidentId).Distinct().Count()))
            .SingleOrDefaultAsync(cancellation);
    }

    // SQL's own columns: the model's conversion of enums does not reach them.
    private sealed record Found(Guid Id, string Name, string Kind, string? CountryCode, int IncidentCount);
}
