namespace BorderWatch.Store.Migrations;

/// <summary>
/// What keeps the regions' places and sums. As the other tallies, sums are appended: see decisions 0008 and 0011. Each function that appends runs
/// the statement of <c>region_sums_statement()</c> over the rows that came (n = 1) and went (n = -1). Frozen, as every migration.
/// </summary>
internal static class RegionSumsSql
{
    // What the sums need of an incident.
    internal const string Facts =
        """
        id, timeline_date, event_type, place_id, country_code, admin1, left(weapon, 300) AS weapon, (status = 'Unreviewed')::int AS unreviewed, has_conflict::int AS in_conflict,
                coalesce(killed_low, 0) AS killed_low, coalesce(killed_best, killed_low, 0) AS killed_best, coalesce(killed_high, 0) AS killed_high,
                (num_nonnulls(killed_low, killed_best, killed_high) > 0)::int AS killed_said, (num_nonnulls(killed_low, killed_best) > 0 AND killed_high IS NULL)::int AS killed_unbounded,
                coalesce(injured_low, 0) AS injured_low, coalesce(injured_best, injured_low, 0) AS injured_best, coalesce(injured_high, 0) AS injured_high,
                (num_nonnulls(injured_low, injured_best, injured_high) > 0)::int AS injured_said, (num_nonnulls(injured_low, injured_best) > 0 AND injured_high IS NULL)::int AS injured_unbounded,
                coalesce(abducted_low, 0) AS abducted_low, coalesce(abducted_best, abducted_low, 0) AS abducted_best, coalesce(abducted_high, 0) AS abducted_high,
                (num_nonnulls(abducted_low, abducted_best, abducted_high) > 0)::int AS abducted_said, (num_nonnulls(abducted_low, abducted_best) > 0 AND abducted_high IS NULL)::int AS abducted_unbounded
        """;

    internal const string Shown = "place_id IS NOT NULL AND merged_into_id IS NULL AND status <> 'Rejected'";

    private const string Key = "region_id, timeline_date, event_type";

    private const string Sums =
        "incidents, unreviewed, without_toll, in_conflict, killed_low, killed_best, killed_high, killed_said, killed_unbounded, injured_low, injured_best, injured_high, "
        + "injured_said, injured_unbounded, abducted_low, abducted_best, abducted_high, abducted_said, abducted_unbounded";

    internal const string NameKey = "region_id, kind, name, roles, is_month, day";

    // Of "changed": n, region_id and the facts.
    private const string Summed =
        """
        sum(n), sum(n * unreviewed), sum(n * (1 - killed_said)), sum(n * in_conflict),
                sum(n * killed_low), sum(n * killed_best), sum(n * killed_high), sum(n * killed_said), sum(n * killed_unbounded),
                sum(n * injured_low), sum(n * injured_best), sum(n * injured_high), sum(n * injured_said), sum(n * injured_unbounded),
                sum(n * abducted_low), sum(n * abducted_best), sum(n * abducted_high), sum(n * abducted_said), sum(n * abducted_unbounded)
        """;

    // The names of a row of "changed", and the day and month that they count in.
    private const string Names =
        """
        CROSS JOIN LATERAL (
                SELECT 'Province' AS kind, country_code || '/' || coalesce(admin1, '') AS name, '' AS roles WHERE country_code IS NOT NULL
                UNION ALL SELECT 'Weapon', weapon, '' WHERE weapon IS NOT NULL
                UNION ALL SELECT 'Toll', lpad(killed_best::text, 10, '0') || to_char(timeline_date, ' YYYY-MM-DD ') || id, '' WHERE killed_best > 0
                UNION ALL SELECT 'Actor', a.actor_id::text, string_agg(a.role, ',' ORDER BY a.role) FROM incident_actors a WHERE a.incident_id = changed.id GROUP BY a.actor_id
            ) named
            CROSS JOIN LATERAL (
                SELECT false AS is_month, timeline_date AS day UNION ALL SELECT true, date_trunc('month', timeline_date)::date WHERE kind <> 'Toll'
            ) dated
        """;

    private static readonly string s_total = $"sum({Sums.Replace(", ", "), sum(", StringComparison.Ordinal)})";

    private static readonly string s_zeros = string.Join(", ", Sums.Split(", ").Select(_ => "0"));

    public static string Up =>
        $$"""
        CREATE VIEW region_members AS
            SELECT DISTINCT a.region_id, p.id AS place_id FROM region_areas a JOIN places p ON p.country_code = a.country_code AND (a.admin1 IS NULL OR a.admin1 = p.admin1);

        CREATE VIEW region_incidents AS
            SELECT m.region_id, i.* FROM region_places m JOIN (
                SELECT {{Facts}}
                FROM incidents WHERE {{Shown}}) i ON i.place_id = m.place_id;

        -- Appends what some rows (n, region_id and the facts of an incident) make of the sums; to be formatted with the rows' SQL.
        CREATE FUNCTION region_sums_statement() RETURNS text
        LANGUAGE sql IMMUTABLE AS $statement$ SELECT $$
            WITH changed AS MATERIALIZED (%1$s), summed AS (
                INSERT INTO region_tallies ({{Key}}, {{Sums}}, is_fresh)
                SELECT {{Key}}, {{Summed}}, true
                FROM changed GROUP BY {{Key}})
            INSERT INTO region_name_tallies ({{NameKey}}, incidents, is_fresh)
            SELECT {{NameKey}}, sum(n), true FROM changed
            {{Names}}
            GROUP BY {{NameKey}} HAVING sum(n) <> 0 $$ $statement$;

        -- A statement on incidents. Rows whose facts stay as they were cancel out.
        CREATE FUNCTION tally_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE
            facts text := $facts$SELECT {{Facts}} FROM %I WHERE {{Shown}}$facts$;
            came text := format(facts, 'new_rows');
            went text := format(facts, 'old_rows');
        BEGIN
            IF NOT EXISTS (SELECT FROM region_places) THEN RETURN NULL; END IF;
            EXECUTE format(region_sums_statement(), 'SELECT m.region_id, c.* FROM region_places m JOIN (' || CASE TG_OP
                WHEN 'INSERT' THEN format('SELECT 1 AS n, i.* FROM (%s) i', came)
                WHEN 'DELETE' THEN format('SELECT -1 AS n, i.* FROM (%s) i', went)
                ELSE format('SELECT 1 AS n, i.* FROM (%1$s EXCEPT %2$s) i UNION ALL SELECT -1, i.* FROM (%2$s EXCEPT %1$s) i', came, went) END
                || ') c ON c.place_id = m.place_id');
            RETURN NULL;
        END
        $$;

        -- A statement on who took part. Whoever changes such an incident's day waits, and whoever waits sees the other's change.
        CREATE FUNCTION tally_region_actors() RETURNS trigger
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
                WITH has AS MATERIALIZED (SELECT incident_id, actor_id, role FROM incident_actors WHERE incident_id IN (SELECT incident_id FROM (%1$s UNION ALL %2$s) c)),
                had AS ((TABLE has EXCEPT ALL %1$s) UNION ALL %2$s),
                changed AS (
                    SELECT 1 AS n, incident_id, actor_id, string_agg(role, ',' ORDER BY role) AS roles FROM has GROUP BY incident_id, actor_id
                    UNION ALL SELECT -1, incident_id, actor_id, string_agg(role, ',' ORDER BY role) FROM had GROUP BY incident_id, actor_id)
                INSERT INTO region_name_tallies ({{NameKey}}, incidents, is_fresh)
                SELECT m.region_id, 'Actor', c.actor_id::text, c.roles, dated.is_month, dated.day, sum(n), true
                FROM changed c JOIN incidents i ON i.id = c.incident_id AND i.merged_into_id IS NULL AND i.status <> 'Rejected' JOIN region_places m ON m.place_id = i.place_id
                CROSS JOIN LATERAL (VALUES (false, i.timeline_date), (true, date_trunc('month', i.timeline_date)::date)) dated (is_month, day)
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0$sql$, came, went);
            RETURN NULL;
        END
        $$;

        -- Who took part goes first, while it can still be seen in what.
        CREATE FUNCTION forget_incident_actors() RETURNS trigger
        LANGUAGE plpgsql AS $$ BEGIN DELETE FROM incident_actors WHERE incident_id = OLD.id; RETURN OLD; END $$;

        -- Brings the members of some regions (null: all), or of all regions some places, up to date, and with them the sums. Nobody can change an incident meanwhile.
        CREATE FUNCTION refresh_region_places(regions uuid[], changed_places uuid[]) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE
            signs int[];
            in_regions uuid[];
            of_places uuid[];
        BEGIN
            LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;
            SELECT array_agg(n), array_agg(region_id), array_agg(place_id) INTO signs, in_regions, of_places FROM (
                SELECT -1 AS n, * FROM (TABLE region_places EXCEPT TABLE region_members) went UNION ALL SELECT 1, * FROM (TABLE region_members EXCEPT TABLE region_places) came) c
            WHERE (regions IS NULL OR region_id = ANY (regions)) AND (changed_places IS NULL OR place_id = ANY (changed_places));
            IF signs IS NULL THEN RETURN; END IF;
            DELETE FROM region_places p USING unnest(signs, in_regions, of_places) c (n, region_id, place_id) WHERE c.n < 0 AND c.region_id = p.region_id AND c.place_id = p.place_id;
            INSERT INTO region_places (region_id, place_id) SELECT region_id, place_id FROM unnest(signs, in_regions, of_places) c (n, region_id, place_id) WHERE n > 0;
            EXECUTE format(region_sums_statement(), $sql$SELECT c.n, c.region_id, i.* FROM unnest($1, $2, $3) c (n, region_id, place_id) JOIN (
                SELECT {{Facts}} FROM incidents WHERE {{Shown}}) i ON i.place_id = c.place_id$sql$) USING signs, in_regions, of_places;
        END
        $$;

        CREATE FUNCTION refresh_places_of_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE changed uuid[];
        BEGIN
            IF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT region_id) INTO changed FROM old_rows; ELSE SELECT array_agg(DISTINCT region_id) INTO changed FROM new_rows; END IF;
            IF changed IS NOT NULL THEN PERFORM refresh_region_places(changed, NULL); END IF;
            RETURN NULL;
        END
        $$;

        -- A region that goes takes its sums along.
        CREATE FUNCTION forget_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM region_tallies WHERE region_id IN (SELECT id FROM old_rows);
            DELETE FROM region_name_tallies WHERE region_id IN (SELECT id FROM old_rows);
            RETURN NULL;
        END
        $$;

        -- A new place has no incident yet. The lock is that of whoever writes incidents: a region is not made at the same time.
        CREATE FUNCTION join_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            LOCK TABLE incidents IN ROW EXCLUSIVE MODE;
            INSERT INTO region_places (region_id, place_id) SELECT m.region_id, m.place_id FROM region_members m WHERE m.place_id IN (SELECT id FROM new_rows);
            RETURN NULL;
        END
        $$;

        CREATE FUNCTION move_between_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE moved uuid[];
        BEGIN
            SELECT array_agg(n.id) INTO moved FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE (o.country_code, o.admin1) IS DISTINCT FROM (n.country_code, n.admin1);
            IF moved IS NOT NULL THEN PERFORM refresh_region_places(NULL, moved); END IF;
            RETURN NULL;
        END
        $$;

        CREATE TRIGGER tr_incidents_regions_insert AFTER INSERT ON incidents REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_regions();
        CREATE TRIGGER tr_incidents_regions_update AFTER UPDATE ON incidents REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_regions();
        CREATE TRIGGER tr_incidents_regions_delete AFTER DELETE ON incidents REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_regions();
        CREATE TRIGGER tr_incidents_actors_first BEFORE DELETE ON incidents FOR EACH ROW EXECUTE FUNCTION forget_incident_actors();
        CREATE TRIGGER tr_incident_actors_regions_insert AFTER INSERT ON incident_actors REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_region_actors();
        CREATE TRIGGER tr_incident_actors_regions_update AFTER UPDATE ON incident_actors REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_region_actors();
        CREATE TRIGGER tr_incident_actors_regions_delete AFTER DELETE ON incident_actors REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_region_actors();
        CREATE TRIGGER tr_region_areas_insert AFTER INSERT ON region_areas REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refresh_places_of_regions();
        CREATE TRIGGER tr_region_areas_update AFTER UPDATE ON region_areas REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION refresh_places_of_regions();
        CREATE TRIGGER tr_region_areas_delete AFTER DELETE ON region_areas REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION refresh_places_of_regions();
        CREATE TRIGGER tr_regions_delete AFTER DELETE ON regions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION forget_regions();
        CREATE TRIGGER tr_places_regions_insert AFTER INSERT ON places REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION join_regions();
        CREATE TRIGGER tr_places_regions_update AFTER UPDATE ON places REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION move_between_regions();

        -- One row a key, of the keys that have had changes. Returns how many rows went.
        CREATE FUNCTION fold_region_tallies() RETURNS int
        LANGUAGE plpgsql AS $$
        DECLARE
            folded int;
            names_folded int;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('fold_tallies'));
            WITH recent AS (DELETE FROM region_tallies WHERE is_fresh RETURNING *),
            old AS (DELETE FROM region_tallies t USING (SELECT DISTINCT {{Key}} FROM recent) k
                WHERE NOT t.is_fresh AND t.region_id = k.region_id AND t.timeline_date = k.timeline_date AND t.event_type = k.event_type RETURNING t.*),
            kept AS (
                INSERT INTO region_tallies ({{Key}}, {{Sums}}, is_fresh)
                SELECT {{Key}}, {{s_total}}, false FROM (TABLE recent UNION ALL TABLE old) gone GROUP BY {{Key}} HAVING sum(incidents) <> 0 RETURNING 1)
            SELECT (SELECT count(*) FROM recent) + (SELECT count(*) FROM old) - (SELECT count(*) FROM kept) INTO folded;
            WITH recent AS (DELETE FROM region_name_tallies WHERE is_fresh RETURNING *),
            old AS (DELETE FROM region_name_tallies t USING (SELECT DISTINCT {{NameKey}} FROM recent) k
                WHERE NOT t.is_fresh AND t.region_id = k.region_id AND t.kind = k.kind AND t.name = k.name AND t.roles = k.roles AND t.is_month = k.is_month AND t.day = k.day RETURNING t.*),
            kept AS (
                INSERT INTO region_name_tallies ({{NameKey}}, incidents, is_fresh)
                SELECT {{NameKey}}, sum(incidents), false FROM (TABLE recent UNION ALL TABLE old) gone GROUP BY {{NameKey}} HAVING sum(incidents) <> 0 RETURNING 1)
            SELECT (SELECT count(*) FROM recent) + (SELECT count(*) FROM old) - (SELECT count(*) FROM kept) INTO names_folded;
            RETURN folded + names_folded;
        END
        $$;

        -- How many members, and how many keys' sums, are not what the regions and incidents say. One statement: it sees all at one moment.
        CREATE FUNCTION count_wrong_region_tallies() RETURNS int
        LANGUAGE sql STABLE AS $$
            SELECT (SELECT count(*) FROM ((TABLE region_places EXCEPT TABLE region_members) UNION ALL (TABLE region_members EXCEPT TABLE region_places)) wrong)::int
                 + (SELECT count(*) FROM (
                    SELECT FROM (
                        SELECT {{Key}}, {{Sums}} FROM region_tallies
                        UNION ALL
                        SELECT {{Key}}, {{Summed}} FROM (SELECT -1 AS n, * FROM region_incidents) changed GROUP BY {{Key}}
                    ) s GROUP BY {{Key}} HAVING ROW ({{s_total}}) <> ROW ({{s_zeros}})) wrong)::int
                 + (SELECT count(*) FROM (
                    SELECT FROM (
                        SELECT {{NameKey}}, incidents FROM region_name_tallies
                        UNION ALL
                        SELECT {{NameKey}}, -count(*) FROM region_incidents changed
                        {{Names}}
                        GROUP BY {{NameKey}}
                    ) s GROUP BY {{NameKey}} HAVING sum(incidents) <> 0) wrong)::int
        $$;

        -- Counts anew, while nobody changes an incident. Returns how many rows there are then.
        CREATE FUNCTION rebuild_region_tallies() RETURNS int
        LANGUAGE plpgsql AS $$
        BEGIN
            LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;
            PERFORM pg_advisory_xact_lock(hashtext('fold_tallies'));
            DELETE FROM region_places;
            DELETE FROM region_tallies;
            DELETE FROM region_name_tallies;
            PERFORM refresh_region_places(NULL, NULL);
            RETURN (SELECT count(*) FROM region_tallies) + (SELECT count(*) FROM region_name_tallies);
        END
        $$;

        SELECT rebuild_region_tallies();
        """;

    /// <summary>Before the tables go.</summary>
    public const string Down =
        """
        DROP FUNCTION rebuild_region_tallies();
        DROP FUNCTION count_wrong_region_tallies();
        DROP FUNCTION fold_region_tallies();
        DROP TRIGGER tr_places_regions_update ON places;
        DROP TRIGGER tr_places_regions_insert ON places;
        DROP TRIGGER tr_regions_delete ON regions;
        DROP TRIGGER tr_region_areas_delete ON region_areas;
        DROP TRIGGER tr_region_areas_update ON region_areas;
        DROP TRIGGER tr_region_areas_insert ON region_areas;
        DROP TRIGGER tr_incident_actors_regions_delete ON incident_actors;
        DROP TRIGGER tr_incident_actors_regions_update ON incident_actors;
        DROP TRIGGER tr_incident_actors_regions_insert ON incident_actors;
        DROP TRIGGER tr_incidents_actors_first ON incidents;
        DROP TRIGGER tr_incidents_regions_delete ON incidents;
        DROP TRIGGER tr_incidents_regions_update ON incidents;
        DROP TRIGGER tr_incidents_regions_insert ON incidents;
        DROP FUNCTION move_between_regions();
        DROP FUNCTION join_regions();
        DROP FUNCTION forget_regions();
        DROP FUNCTION refresh_places_of_regions();
        DROP FUNCTION refresh_region_places(uuid[], uuid[]);
        DROP FUNCTION forget_incident_actors();
        DROP FUNCTION tally_region_actors();
        DROP FUNCTION tally_regions();
        DROP FUNCTION region_sums_statement();
        DROP VIEW region_incidents;
        DROP VIEW region_members;
        """;
}
