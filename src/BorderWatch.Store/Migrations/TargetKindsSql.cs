namespace BorderWatch.Store.Migrations;

/// <summary>
/// What kinds of target were hit, among the sums of regions. Over <see cref="RegionSumsSql"/> and <see cref="RegionShapesSql"/>; frozen, as every migration.
/// </summary>
internal static class TargetKindsSql
{
    private const string Belongs = "(NOT m.only_precise OR c.is_precise)";

    private const string Facts = RegionSumsSql.Facts + ", coalesce(place_precision IN ('Exact', 'Near', 'Admin2'), false) AS is_precise";

    // Where the sums' statement and its check name what an incident has, after the weapons.
    private const string After = "UNION ALL SELECT 'Weapon', weapon, '' WHERE weapon IS NOT NULL";

    private const string Named =
        After + """

                UNION ALL SELECT DISTINCT 'Target', k, '' FROM incident_actors a JOIN actors o ON o.id = a.actor_id, target_kinds_of(o.target_kinds, o.kind, o.country_code, changed.country_code) k
                    WHERE a.incident_id = changed.id AND a.role = 'Target'
        """;

    public static string Up =>
        $$"""
        -- The kinds of target that an actor is where it was hit: those of its name, and foreign where civilians are of another country.
        CREATE FUNCTION target_kinds_of(named text[], kind text, home text, country text) RETURNS SETOF text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT k FROM unnest(named) k UNION SELECT 'ForeignNationals' WHERE kind = 'Civilian' AND home <> country
        $$;

        {{Changed("region_sums_statement()", After, Named)}}
        {{Changed("count_wrong_region_tallies()", After, Named)}}

        -- A statement on who took part. Whoever changes such an incident's day waits, and whoever waits sees the other's change.
        CREATE OR REPLACE FUNCTION tally_region_actors() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE
            none text := 'SELECT incident_id, actor_id, role FROM incident_actors WHERE false';
            came text := CASE WHEN TG_OP = 'DELETE' THEN none ELSE 'SELECT incident_id, actor_id, role FROM new_rows' END;
            went text := CASE WHEN TG_OP = 'INSERT' THEN none ELSE 'SELECT incident_id, actor_id, role FROM old_rows' END;
        BEGIN
            LOCK TABLE incidents IN ROW EXCLUSIVE MODE;
            IF NOT EXISTS (SELECT FROM region_places) THEN RETURN NULL; END IF;
            EXECUTE format('SELECT FROM incidents WHERE id IN (SELECT incident_id FROM (%s UNION ALL %s) c) ORDER BY id FOR NO KEY UPDATE', came, went);
            EXECUTE format($sql$
                WITH shown AS MATERIALIZED (SELECT {{Facts}} FROM incidents WHERE {{RegionSumsSql.Shown}} AND id IN (SELECT incident_id FROM (%1$s UNION ALL %2$s) c)),
                has AS MATERIALIZED (SELECT incident_id, actor_id, role FROM incident_actors WHERE incident_id IN (SELECT id FROM shown)),
                had AS MATERIALIZED ((TABLE has EXCEPT ALL %1$s) UNION ALL %2$s),
                changed AS (
                    SELECT 1 AS n, incident_id, 'Actor' AS kind, actor_id::text AS name, string_agg(role, ',' ORDER BY role) AS roles FROM has GROUP BY incident_id, actor_id
                    UNION ALL SELECT -1, incident_id, 'Actor', actor_id::text, string_agg(role, ',' ORDER BY role) FROM had GROUP BY incident_id, actor_id
                    UNION ALL SELECT DISTINCT t.n, t.incident_id, 'Target', k, ''
                    FROM (SELECT 1 AS n, * FROM has UNION ALL SELECT -1, * FROM had) t JOIN shown s ON s.id = t.incident_id JOIN actors o ON o.id = t.actor_id,
                        target_kinds_of(o.target_kinds, o.kind, o.country_code, s.country_code) k
                    WHERE t.role = 'Target')
                INSERT INTO region_name_tallies ({{RegionSumsSql.NameKey}}, incidents, is_fresh)
                SELECT m.region_id, a.kind, a.name, a.roles, dated.is_month, dated.day, sum(n), true
                FROM changed a JOIN shown c ON c.id = a.incident_id JOIN region_places m ON m.place_id = c.place_id AND {{Belongs}}
                CROSS JOIN LATERAL (VALUES (false, c.timeline_date), (true, date_trunc('month', c.timeline_date)::date)) dated (is_month, day)
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0$sql$, came, went);
            RETURN NULL;
        END
        $$;

        -- A statement on what actors are. Seldom, and of many incidents at once: nobody changes an incident meanwhile.
        CREATE FUNCTION tally_target_kinds() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE changed_actors uuid[];
        BEGIN
            SELECT array_agg(n.id) INTO changed_actors FROM new_rows n JOIN old_rows o ON o.id = n.id
            WHERE (o.kind, o.country_code, o.target_kinds) IS DISTINCT FROM (n.kind, n.country_code, n.target_kinds);
            IF changed_actors IS NULL THEN RETURN NULL; END IF;
            LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;
            EXECUTE $sql$
                WITH shown AS MATERIALIZED (SELECT {{Facts}} FROM incidents WHERE {{RegionSumsSql.Shown}} AND id IN (SELECT incident_id FROM incident_actors WHERE role = 'Target' AND actor_id = ANY ($1))),
                hit AS MATERIALIZED (SELECT incident_id, actor_id FROM incident_actors WHERE role = 'Target' AND incident_id IN (SELECT id FROM shown)),
                changed AS (
                    SELECT DISTINCT 1 AS n, h.incident_id, k AS name FROM hit h JOIN shown s ON s.id = h.incident_id JOIN actors o ON o.id = h.actor_id,
                        target_kinds_of(o.target_kinds, o.kind, o.country_code, s.country_code) k
                    UNION ALL
                    SELECT DISTINCT -1, h.incident_id, k FROM hit h JOIN shown s ON s.id = h.incident_id
                    JOIN (SELECT id, target_kinds, kind, country_code FROM old_rows UNION ALL SELECT id, target_kinds, kind, country_code FROM actors WHERE id NOT IN (SELECT id FROM old_rows)) o
                        ON o.id = h.actor_id,
                        target_kinds_of(o.target_kinds, o.kind, o.country_code, s.country_code) k)
                INSERT INTO region_name_tallies ({{RegionSumsSql.NameKey}}, incidents, is_fresh)
                SELECT m.region_id, 'Target', a.name, '', dated.is_month, dated.day, sum(n), true
                FROM changed a JOIN shown c ON c.id = a.incident_id JOIN region_places m ON m.place_id = c.place_id AND {{Belongs}}
                CROSS JOIN LATERAL (VALUES (false, c.timeline_date), (true, date_trunc('month', c.timeline_date)::date)) dated (is_month, day)
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0$sql$ USING changed_actors;
            RETURN NULL;
        END
        $$;

        CREATE TRIGGER tr_actors_target_kinds AFTER UPDATE ON actors REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_target_kinds();

        SELECT rebuild_region_tallies();
        """;

    /// <summary>Before the column goes.</summary>
    public static string Down =>
        $$"""
        DROP TRIGGER tr_actors_target_kinds ON actors;
        DROP FUNCTION tally_target_kinds();
        {{Changed("region_sums_statement()", Named, After)}}
        {{Changed("count_wrong_region_tallies()", Named, After)}}
        {{RegionShapesSql.TallyActors}}
        DROP FUNCTION target_kinds_of(text[], text, text, text);
        DELETE FROM region_name_tallies WHERE kind = 'Target';
        """;

    // A function as it stands, with one part of its text in another's place.
    private static string Changed(string function, string old, string replacement) =>
        $$"""
        DO $do$
        DECLARE
            was text := pg_get_functiondef('{{function}}'::regprocedure);
            becomes text := replace(was, $old${{old}}$old$, $new${{replacement}}$new$);
        BEGIN
            IF becomes = was THEN RAISE EXCEPTION 'The function {{function}} is not what the earlier migrations left'; END IF;
            EXECUTE becomes;
        END
        $do$;
        """;
}
