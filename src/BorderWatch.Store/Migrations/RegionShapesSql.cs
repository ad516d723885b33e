namespace BorderWatch.Store.Migrations;

/// <summary>
/// Regions of districts, outlines, borders and other regions (decision 0020): what belongs to them, and the sums with it. Over <see cref="RegionSumsSql"/>.
/// Frozen, as every migration.
/// </summary>
internal static class RegionShapesSql
{
    // What the sums need of an incident, and whether it is known to the district at least.
    private const string Facts = RegionSumsSql.Facts + ", coalesce(place_precision IN ('Exact', 'Near', 'Admin2'), false) AS is_precise";

    private const string Belongs = "(NOT m.only_precise OR c.is_precise)";

    private static readonly string[] s_tables = ["region_outlines", "region_borders", "region_nestings"];

    /// <summary>A statement on who took part.</summary>
    internal const string TallyActors =
        $$"""
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
                WITH has AS MATERIALIZED (SELECT incident_id, actor_id, role FROM incident_actors WHERE incident_id IN (SELECT incident_id FROM (%1$s UNION ALL %2$s) c)),
                had AS ((TABLE has EXCEPT ALL %1$s) UNION ALL %2$s),
                changed AS (
                    SELECT 1 AS n, incident_id, actor_id, string_agg(role, ',' ORDER BY role) AS roles FROM has GROUP BY incident_id, actor_id
                    UNION ALL SELECT -1, incident_id, actor_id, string_agg(role, ',' ORDER BY role) FROM had GROUP BY incident_id, actor_id)
                INSERT INTO region_name_tallies ({{RegionSumsSql.NameKey}}, incidents, is_fresh)
                SELECT m.region_id, 'Actor', a.actor_id::text, a.roles, dated.is_month, dated.day, sum(n), true
                FROM changed a JOIN (SELECT {{Facts}} FROM incidents WHERE {{RegionSumsSql.Shown}}) c ON c.id = a.incident_id JOIN region_places m ON m.place_id = c.place_id AND {{Belongs}}
                CROSS JOIN LATERAL (VALUES (false, c.timeline_date), (true, date_trunc('month', c.timeline_date)::date)) dated (is_month, day)
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0$sql$, came, went);
            RETURN NULL;
        END
        $$;
        """;

    public static string Up =>
        $$"""
        -- The distance of a point from a line of straight pieces, in kilometres; right to a hundredth within 500 km. Measured on the plane that touches the earth at the point.
        CREATE FUNCTION kilometres_to_line(latitude float8, longitude float8, from_longitudes float8[], from_latitudes float8[], to_longitudes float8[], to_latitudes float8[]) RETURNS float8
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT min(sqrt(power(ax + t * dx, 2) + power(ay + t * dy, 2))) FROM (
                SELECT *, CASE WHEN dx = 0 AND dy = 0 THEN 0 ELSE greatest(0, least(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) END AS t FROM (
                    SELECT (x1 - longitude) * east AS ax, (y1 - latitude) * 111.195 AS ay, (x2 - x1) * east AS dx, (y2 - y1) * 111.195 AS dy
                    FROM unnest(from_longitudes, from_latitudes, to_longitudes, to_latitudes) piece (x1, y1, x2, y2), (SELECT 111.195 * cosd(latitude) AS east) scale) moved) nearest
        $$;

        -- Which places belong to some regions (null: all), of some places (null: all). A region holds what the regions hold that belong to it.
        CREATE FUNCTION region_members_of(asked uuid[], among uuid[]) RETURNS TABLE (region_id uuid, place_id uuid, only_precise boolean)
        LANGUAGE sql STABLE AS $$
            WITH RECURSIVE holds (region_id, part_id) AS (
                SELECT id, id FROM regions WHERE asked IS NULL OR id = ANY (asked)
                UNION SELECT h.region_id, n.held_id FROM holds h JOIN region_nestings n ON n.region_id = h.part_id),
            candidates AS (SELECT * FROM places WHERE among IS NULL OR id = ANY (among)),
            members AS (
                SELECT h.region_id, p.id AS place_id, false AS only_precise FROM holds h JOIN region_areas a ON a.region_id = h.part_id
                JOIN candidates p ON p.country_code = a.country_code AND (a.admin1 IS NULL OR a.admin1 = p.admin1) AND (a.admin2 IS NULL OR a.admin2 = p.admin2)
                UNION ALL
                SELECT h.region_id, p.id, true FROM holds h JOIN region_outlines o ON o.region_id = h.part_id JOIN candidates p ON o.shape @> point(p.longitude, p.latitude)
                UNION ALL
                SELECT h.region_id, p.id, true FROM holds h JOIN (
                    SELECT b.*, (SELECT max(x) FROM unnest(from_longitudes || to_longitudes) x) AS east, (SELECT min(x) FROM unnest(from_longitudes || to_longitudes) x) AS west,
                        (SELECT max(y) FROM unnest(from_latitudes || to_latitudes) y) AS north, (SELECT min(y) FROM unnest(from_latitudes || to_latitudes) y) AS south, kilometres / 111 AS margin
                    FROM region_borders b) b ON b.region_id = h.part_id
                JOIN candidates p ON p.latitude BETWEEN b.south - b.margin AND b.north + b.margin
                    AND p.longitude BETWEEN b.west - b.margin / greatest(cosd(p.latitude), 0.01) AND b.east + b.margin / greatest(cosd(p.latitude), 0.01)
                    AND kilometres_to_line(p.latitude, p.longitude, b.from_longitudes, b.from_latitudes, b.to_longitudes, b.to_latitudes) <= b.kilometres
                UNION ALL
                SELECT h.region_id, p.id, false FROM holds h JOIN region_borders b ON b.region_id = h.part_id JOIN candidates p ON p.name = ANY (b.names))
            SELECT region_id, place_id, bool_and(only_precise) FROM members GROUP BY region_id, place_id
        $$;

        CREATE OR REPLACE VIEW region_members AS SELECT region_id, place_id, only_precise FROM region_members_of(NULL, NULL);

        CREATE OR REPLACE VIEW region_incidents AS
            SELECT m.region_id, c.* FROM region_places m JOIN (
                SELECT {{Facts}}
                FROM incidents WHERE {{RegionSumsSql.Shown}}) c ON c.place_id = m.place_id AND {{Belongs}};

        CREATE OR REPLACE FUNCTION tally_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE
            facts text := $facts$SELECT {{Facts}} FROM %I WHERE {{RegionSumsSql.Shown}}$facts$;
            came text := format(facts, 'new_rows');
            went text := format(facts, 'old_rows');
        BEGIN
            IF NOT EXISTS (SELECT FROM region_places) THEN RETURN NULL; END IF;
            EXECUTE format(region_sums_statement(), 'SELECT m.region_id, c.* FROM region_places m JOIN (' || CASE TG_OP
                WHEN 'INSERT' THEN format('SELECT 1 AS n, i.* FROM (%s) i', came)
                WHEN 'DELETE' THEN format('SELECT -1 AS n, i.* FROM (%s) i', went)
                ELSE format('SELECT 1 AS n, i.* FROM (%1$s EXCEPT %2$s) i UNION ALL SELECT -1, i.* FROM (%2$s EXCEPT %1$s) i', came, went) END
                || ') c ON c.place_id = m.place_id AND {{Belongs}}');
            RETURN NULL;
        END
        $$;

        {{TallyActors}}

        CREATE OR REPLACE FUNCTION refresh_region_places(regions uuid[], changed_places uuid[]) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE
            signs int[];
            in_regions uuid[];
            of_places uuid[];
            precisely boolean[];
        BEGIN
            LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;
            WITH had AS (SELECT region_id, place_id, only_precise FROM region_places
                WHERE (regions IS NULL OR region_id = ANY (regions)) AND (changed_places IS NULL OR place_id = ANY (changed_places))),
            has AS MATERIALIZED (SELECT region_id, place_id, only_precise FROM region_members_of(regions, changed_places))
            SELECT array_agg(n), array_agg(region_id), array_agg(place_id), array_agg(only_precise) INTO signs, in_regions, of_places, precisely FROM (
                SELECT -1 AS n, * FROM (TABLE had EXCEPT TABLE has) went UNION ALL SELECT 1, * FROM (TABLE has EXCEPT TABLE had) came) c;
            IF signs IS NULL THEN RETURN; END IF;
            DELETE FROM region_places p USING unnest(signs, in_regions, of_places) c (n, region_id, place_id) WHERE c.n < 0 AND c.region_id = p.region_id AND c.place_id = p.place_id;
            INSERT INTO region_places (region_id, place_id, only_precise)
                SELECT region_id, place_id, only_precise FROM unnest(signs, in_regions, of_places, precisely) c (n, region_id, place_id, only_precise) WHERE n > 0;
            EXECUTE format(region_sums_statement(), $sql$SELECT m.n, m.region_id, c.* FROM unnest($1, $2, $3, $4) m (n, region_id, place_id, only_precise) JOIN (
                SELECT {{Facts}} FROM incidents WHERE {{RegionSumsSql.Shown}}) c ON c.place_id = m.place_id AND {{Belongs}}$sql$) USING signs, in_regions, of_places, precisely;
        END
        $$;

        -- What a region is made of changed: the regions that hold it change too.
        CREATE OR REPLACE FUNCTION refresh_places_of_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE changed uuid[];
        BEGIN
            IF TG_OP = 'DELETE' THEN SELECT array_agg(DISTINCT region_id) INTO changed FROM old_rows; ELSE SELECT array_agg(DISTINCT region_id) INTO changed FROM new_rows; END IF;
            IF changed IS NULL THEN RETURN NULL; END IF;
            WITH RECURSIVE concerned (id) AS (SELECT unnest(changed) UNION SELECT n.region_id FROM concerned c JOIN region_nestings n ON n.held_id = c.id)
            SELECT array_agg(id) INTO changed FROM concerned;
            PERFORM refresh_region_places(changed, NULL);
            RETURN NULL;
        END
        $$;

        CREATE OR REPLACE FUNCTION join_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE came uuid[];
        BEGIN
            LOCK TABLE incidents IN ROW EXCLUSIVE MODE;
            SELECT array_agg(id) INTO came FROM new_rows;
            IF came IS NOT NULL THEN INSERT INTO region_places (region_id, place_id, only_precise) SELECT region_id, place_id, only_precise FROM region_members_of(NULL, came); END IF;
            RETURN NULL;
        END
        $$;

        CREATE OR REPLACE FUNCTION move_between_regions() RETURNS trigger
        LANGUAGE plpgsql AS $$
        DECLARE moved uuid[];
        BEGIN
            SELECT array_agg(n.id) INTO moved FROM new_rows n JOIN old_rows o ON o.id = n.id
            WHERE (o.name, o.country_code, o.admin1, o.admin2, o.latitude, o.longitude) IS DISTINCT FROM (n.name, n.country_code, n.admin1, n.admin2, n.latitude, n.longitude);
            IF moved IS NOT NULL THEN PERFORM refresh_region_places(NULL, moved); END IF;
            RETURN NULL;
        END
        $$;

        {{Triggers}}

        SELECT rebuild_region_tallies();
        """;

    /// <summary>Before the tables and columns go. Nothing needs the sums until <see cref="AfterDown"/>.</summary>
    public static string Down =>
        string.Join("\n", from table in s_tables from when in new[] { "insert", "update", "delete" } select $"DROP TRIGGER tr_{table}_{when} ON {table};")
        + "\n" + RegionSumsSql.Down + "\nDROP FUNCTION region_members_of(uuid[], uuid[]);\nDROP FUNCTION kilometres_to_line(float8, float8, float8[], float8[], float8[], float8[]);";

    /// <summary>When the tables and columns are gone: regions of areas, as they were.</summary>
    public static string AfterDown => RegionSumsSql.Up;

    private static string Triggers => string.Join(
        "\n",
        from table in s_tables
        from when in new[] { (Word: "INSERT", Rows: "NEW TABLE AS new_rows"), (Word: "UPDATE", Rows: "NEW TABLE AS new_rows OLD TABLE AS old_rows"), (Word: "DELETE", Rows: "OLD TABLE AS old_rows") }
        select $"CREATE TRIGGER tr_{table}_{when.Word.ToLowerInvariant()} AFTER {when.Word} ON {table} REFERENCING {when.Rows} FOR EACH STATEMENT EXECUTE FUNCTION refresh_places_of_regions();");
}
