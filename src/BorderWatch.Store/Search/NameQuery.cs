using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Search;

internal sealed class NameQuery(IDbContextFactory<BorderWatchDbContext> contexts) : INameQuery
{
    public async Task<IReadOnlyList<NamedMatch>> FindAsync(NameKind kind, string typed, int most, CancellationToken cancellation)
    {
        var words = StorableText.Of(typed).Trim();
        if (words.Length > 300) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await Matches(db, kind, words, most).ToListAsync(cancellation);
        var named = found.Select(match => new NamedMatch(Enum.Parse<NamedThing>(match.Thing), match.Value, match.Name, Note(match), match.IsExact));
        return kind is NameKind.Place ? [.. CountryName.Find(words).Take(most).Concat(named).OrderByDescending(match => match.IsExact).Take(most)] : [.. named.DistinctBy(match => match.Thing is NamedThing.Tag ? match.Value : (object)match)];
    }

    private static IQueryable<Match> Matches(BorderWatchDbContext db, NameKind kind, string words, int most) => kind switch
    {
        NameKind.Actor => db.Database.SqlQuery<Match>(
            $"""
            WITH typed AS (SELECT fold_name({words}) AS words, regexp_replace(fold_name({words}), '([\\%_])', '\\\1', 'g') AS pattern),
            named AS (
                SELECT n.actor_id, max(CASE WHEN n.name_key = t.words THEN 3 WHEN n.name_key LIKE t.pattern || '%' THEN 2 ELSE word_similarity(t.words, n.name_key) END) AS rank
                FROM typed t
                CROSS JOIN LATERAL (
                    SELECT id AS actor_id, name_key FROM actors WHERE name_key LIKE '%' || t.pattern || '%' OR t.words <% name_key
                    UNION ALL
                    SELECT actor_id, name_key FROM actor_aliases WHERE name_key LIKE '%' || t.pattern || '%' OR t.words <% name_key
                ) n
                GROUP BY n.actor_id
            )
            SELECT 'Actor' AS thing, a.id::text AS value, a.name, a.country_code AS note, named.rank = 3 AS is_exact
            FROM named JOIN actors a ON a.id = named.actor_id
            ORDER BY named.rank DESC, length(a.name), a.name
            LIMIT {most}
            """),
        NameKind.Place => db.Database.SqlQuery<Match>(
            $"""
            WITH typed AS (SELECT fold_name({words}) AS words, regexp_replace(fold_name({words}), '([\\%_])', '\\\1', 'g') AS pattern),
            near AS (
                SELECT p.* FROM typed t JOIN places p
                ON fold_name(p.name || ' ' || coalesce(p.admin2, '') || ' ' || coalesce(p.admin1, '')) LIKE '%' || t.pattern || '%'
            ), named AS (
                SELECT 'Region' AS thing, id::text AS value, name, NULL AS note, 1 AS rank FROM regions
                UNION ALL
                SELECT DISTINCT 'Province', admin1, admin1, country_code, 2 FROM near WHERE admin1 IS NOT NULL
                UNION ALL
                SELECT 'Place', id::text, name, concat_ws(', ', admin1, country_code), 3 FROM near
            )
            SELECT n.thing, n.value, n.name, n.note, fold_name(n.name) = t.words AS is_exact
            FROM typed t JOIN named n ON fold_name(n.name) LIKE '%' || t.pattern || '%'
            ORDER BY fold_name(n.name) = t.words DESC, fold_name(n.name) LIKE t.pattern || '%' DESC, n.rank, n.name, n.note
            LIMIT {most}
            """),
        _ => db.Database.SqlQuery<Match>(
            $"""
            WITH RECURSIVE weapons AS ( -- One step of the index for each, instead of a walk through all incidents.
                SELECT min(lower(weapon)) AS name FROM incidents WHERE weapon IS NOT NULL
                UNION ALL
                SELECT (SELECT min(lower(weapon)) FROM incidents WHERE lower(weapon) > weapons.name) FROM weapons WHERE weapons.name IS NOT NULL
            ), named AS (
                SELECT 'Source' AS thing, id::text AS value, name, NULL AS note FROM sources WHERE {kind.ToString()} = 'Source'
                UNION ALL
                SELECT 'Tag', t.name, word.name, word.note -- Retired ones too: they stay on incidents, and are looked for.
                FROM tags t
                CROSS JOIN LATERAL (
                    SELECT t.name, CASE WHEN t.retired_at IS NOT NULL THEN 'retired' END AS note WHERE t.merged_into_id IS NULL
                    UNION ALL
                    SELECT s.name, 'for ' || t.name FROM tag_synonyms s WHERE s.tag_id = t.id AND {words} <> ''
                    UNION ALL
                    SELECT m.name, 'now ' || t.name FROM tags m WHERE m.merged_into_id = t.id AND {words} <> ''
                ) word
                WHERE {kind.ToString()} = 'Tag' AND t.merged_into_id IS NULL
                UNION ALL
                SELECT 'Weapon', name, name, NULL FROM weapons WHERE {kind.ToString()} = 'Weapon' AND name IS NOT NULL
            )
            SELECT n.thing, n.value, n.name, n.note, fold_name(n.name) = fold_name({words}) AS is_exact
            FROM named n
            WHERE strpos(fold_name(n.name), fold_name({words})) > 0
            ORDER BY fold_name(n.name) = fold_name({words}) DESC, strpos(fold_name(n.name), fold_name({words})), n.name
            LIMIT {most}
            """),
    };

    private static string? Note(Match match) => match.Thing switch
    {
        nameof(NamedThing.Region) => "region",
        nameof(NamedThing.Province) => match.Note is { } country ? $"province, {CountryName.Of(country)}" : "province",
        nameof(NamedThing.Actor) => match.Note is { } country ? CountryName.Of(country) : null,
        _ => match.Note is { Length: > 0 } note ? note : null,
    };

    private sealed record Match(string Thing, string Value, string Name, string? Note, bool IsExact);
}
