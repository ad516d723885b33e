namespace BorderWatch.Store.Migrations;

/// <summary>
/// What keeps the tallies. Each statement on incidents appends the difference that it makes and changes no row, so that no transaction waits
/// for another's tally, and none can lock another out. Frozen, as every migration.
/// </summary>
internal static class TalliesSql
{
    public const string Up =
        """
        CREATE VIEW shown_incidents AS
            SELECT timeline_date, event_type, country_code, place_id, place_precision, coalesce(killed_best, killed_low, 0)::bigint AS killed
            FROM incidents WHERE merged_into_id IS NULL AND status <> 'Rejected';

        -- A statement that changes nothing that is tallied appends nothing.
        CREATE FUNCTION tally_incidents() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE
            changed text := format(
                CASE TG_OP WHEN 'INSERT' THEN '%1$s new_rows %2$s' WHEN 'DELETE' THEN '%3$s old_rows %2$s' ELSE '%1$s new_rows %2$s UNION ALL %3$s old_rows %2$s' END,
                'SELECT 1 AS n, timeline_date, event_type, country_code, place_id, place_precision, coalesce(killed_best, killed_low, 0)::bigint AS killed FROM',
                'WHERE merged_into_id IS NULL AND status <> ''Rejected''',
                'SELECT -1 AS n, timeline_date, event_type, country_code, place_id, place_precision, coalesce(killed_best, killed_low, 0)::bigint AS killed FROM');
        BEGIN
            EXECUTE format(
                'INSERT INTO day_tallies (timeline_date, event_type, country_code, incidents)
                 SELECT timeline_date, event_type, country_code, sum(n) FROM (%s) changed GROUP BY 1, 2, 3 HAVING sum(n) <> 0', changed);
            EXECUTE format(
                'INSERT INTO spot_tallies (place_id, place_precision, event_type, incidents, killed)
                 SELECT place_id, place_precision, event_type, sum(n), sum(n * killed) FROM (%s) changed
                 GROUP BY 1, 2, 3 HAVING sum(n) <> 0 OR sum(n * killed) <> 0', changed);
            RETURN NULL;
        END
        $$;
        CREATE TRIGGER tr_incidents_tally_insert AFTER INSERT ON incidents REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents();
        CREATE TRIGGER tr_incidents_tally_update AFTER UPDATE ON incidents REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents();
        CREATE TRIGGER tr_incidents_tally_delete AFTER DELETE ON incidents REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents();

        -- One row a key, where more than a tenth of the rows could go. Returns how many went.
        CREATE FUNCTION fold_tallies() RETURNS int
        LANGUAGE plpgsql AS $$
        DECLARE
            folded int;
            went int := 0;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('fold_tallies'));
            IF (SELECT count(*) > 1.1 * (SELECT count(*) FROM (SELECT DISTINCT timeline_date, event_type, country_code FROM day_tallies) k) FROM day_tallies) THEN
                WITH gone AS (DELETE FROM day_tallies RETURNING *), kept AS (
                    INSERT INTO day_tallies (timeline_date, event_type, country_code, incidents)
                    SELECT timeline_date, event_type, country_code, sum(incidents) FROM gone GROUP BY 1, 2, 3 HAVING sum(incidents) <> 0 RETURNING 1)
                SELECT (SELECT count(*) FROM gone) - (SELECT count(*) FROM kept) INTO folded;
                went := went + folded;
            END IF;
            IF (SELECT count(*) > 1.1 * (SELECT count(*) FROM (SELECT DISTINCT place_id, place_precision, event_type FROM spot_tallies) k) FROM spot_tallies) THEN
                WITH gone AS (DELETE FROM spot_tallies RETURNING *), kept AS (
                    INSERT INTO spot_tallies (place_id, place_precision, event_type, incidents, killed)
                    SELECT place_id, place_precision, event_type, sum(incidents), sum(killed) FROM gone GROUP BY 1, 2, 3 HAVING sum(incidents) <> 0 OR sum(killed) <> 0 RETURNING 1)
                SELECT (SELECT count(*) FROM gone) - (SELECT count(*) FROM kept) INTO folded;
                went := went + folded;
            END IF;
            RETURN went;
        END
        $$;

        -- How many keys' sums are not what the incidents say. One statement: it sees both at one moment.
        CREATE FUNCTION count_wrong_tallies() RETURNS int
        LANGUAGE sql STABLE AS $$
            SELECT (SELECT count(*) FROM (
                    SELECT FROM (
                        SELECT timeline_date, event_type, country_code, incidents AS n FROM day_tallies
                        UNION ALL SELECT timeline_date, event_type, country_code, -1 FROM shown_incidents
                    ) d GROUP BY timeline_date, event_type, country_code HAVING sum(n) <> 0) wrong)::int
                 + (SELECT count(*) FROM (
                    SELECT FROM (
                        SELECT place_id, place_precision, event_type, incidents AS n, killed FROM spot_tallies
                        UNION ALL SELECT place_id, place_precision, event_type, -1, -killed FROM shown_incidents
                    ) s GROUP BY place_id, place_precision, event_type HAVING sum(n) <> 0 OR sum(killed) <> 0) wrong)::int
        $$;

        -- Counts anew, while nobody changes an incident. Returns how many rows there are then.
        CREATE FUNCTION rebuild_tallies() RETURNS int
        LANGUAGE plpgsql AS $$
        BEGIN
            LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;
            PERFORM pg_advisory_xact_lock(hashtext('fold_tallies'));
            DELETE FROM day_tallies;
            DELETE FROM spot_tallies;
            INSERT INTO day_tallies (timeline_date, event_type, country_code, incidents)
            SELECT timeline_date, event_type, country_code, count(*) FROM shown_incidents GROUP BY 1, 2, 3;
            INSERT INTO spot_tallies (place_id, place_precision, event_type, incidents, killed)
            SELECT place_id, place_precision, event_type, count(*), sum(killed) FROM shown_incidents GROUP BY 1, 2, 3;
            RETURN (SELECT count(*) FROM day_tallies) + (SELECT count(*) FROM spot_tallies);
        END
        $$;

        SELECT rebuild_tallies();
        """;

    /// <summary>Before the tables go.</summary>
    public const string Down =
        """
        DROP FUNCTION rebuild_tallies();
        DROP FUNCTION count_wrong_tallies();
        DROP FUNCTION fold_tallies();
        DROP TRIGGER tr_incidents_tally_delete ON incidents;
        DROP TRIGGER tr_incidents_tally_update ON incidents;
        DROP TRIGGER tr_incidents_tally_insert ON incidents;
        DROP FUNCTION tally_incidents();
        DROP VIEW shown_incidents;
        """;
}
