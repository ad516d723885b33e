namespace BorderWatch.Store.Migrations;

/// <summary>What the first migration says in SQL, because EF's model cannot. Frozen, as every migration: a change is another migration.</summary>
internal static class InitialSql
{
    /// <summary>Before the tables: they need the extensions, and the generated columns need the search configuration.</summary>
    public const string BeforeTables =
        """
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE EXTENSION IF NOT EXISTS unaccent;

        -- English, without accents. A hyphen is a space: the whole of "Gorno-Badakhshan" is no word, its two parts are,
        -- so that it is found with the hyphen and without.
        CREATE TEXT SEARCH CONFIGURATION public.borderwatch (COPY = pg_catalog.english);
        ALTER TEXT SEARCH CONFIGURATION public.borderwatch
            ALTER MAPPING FOR asciiword, word, hword_part, hword_asciipart WITH public.unaccent, pg_catalog.english_stem;
        ALTER TEXT SEARCH CONFIGURATION public.borderwatch DROP MAPPING FOR hword, asciihword, numhword;

        -- Immutable, which unaccent() alone is not: indexes are built on it.
        CREATE FUNCTION public.fold_name(name text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, name));
        """;

    /// <summary>After the tables: search columns, the indexes that EF's model cannot say, and the store's functions.</summary>
    public const string AfterTables =
        """
        CREATE UNIQUE INDEX ix_sources_name ON sources (lower(name));
        CREATE UNIQUE INDEX ix_regions_name ON regions (lower(name));
        CREATE UNIQUE INDEX ix_tags_name ON tags (lower(name));

        -- The places that a misspelt search may mean.
        CREATE INDEX ix_places_names_trigrams ON places USING gin
            (public.fold_name(name || ' ' || coalesce(admin2, '') || ' ' || coalesce(admin1, '')) gin_trgm_ops);

        -- A tsvector holds at most a megabyte; whoever writes more than 300,000 characters is found by the first of them.
        ALTER TABLE article_revisions ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('public.borderwatch', title), 'A') ||
            setweight(to_tsvector('public.borderwatch', left(text, 300000)), 'B')) STORED;
        CREATE INDEX ix_article_revisions_search ON article_revisions USING gin (search_vector);

        ALTER TABLE incidents ADD COLUMN search_vector tsvector NOT NULL DEFAULT '';
        CREATE INDEX ix_incidents_search ON incidents USING gin (search_vector);
        """ + "\n" + Functions;

    /// <summary>The functions as the first migration made them.</summary>
    public const string Functions =
        """
        -- The one place that computes what an incident's row repeats from elsewhere. Returns the new values and row versions.
        CREATE FUNCTION refresh_incidents(ids uuid[])
        RETURNS TABLE (id uuid, report_count int, source_count int, is_demo boolean, country_code varchar, admin1 varchar, version xid)
        LANGUAGE sql VOLATILE AS $$
            UPDATE incidents i SET
                report_count = counted.reports,
                source_count = counted.sources,
                is_demo = counted.is_demo,
                country_code = p.country_code,
                admin1 = p.admin1,
                search_vector =
                    setweight(to_tsvector('public.borderwatch', old.title), 'A') ||
                    setweight(to_tsvector('public.borderwatch', coalesce(people.names, '')), 'B') ||
                    setweight(to_tsvector('public.borderwatch', concat_ws(' . ', p.name, p.admin2, p.admin1)), 'B') ||
                    setweight(to_tsvector('public.borderwatch', concat_ws(' . ', old.weapon, old.event_type, old.sub_event_type)), 'C')
            FROM incidents old
            LEFT JOIN places p ON p.id = old.place_id
            CROSS JOIN LATERAL (
                SELECT count(*)::int AS reports, count(DISTINCT a.source_id)::int AS sources, coalesce(bool_and(s.is_demo), false) AS is_demo
                FROM reports r JOIN articles a ON a.id = r.article_id JOIN sources s ON s.id = a.source_id
                WHERE r.incident_id = old.id AND r.superseded_at IS NULL
            ) counted
            CROSS JOIN LATERAL (
                SELECT string_agg(n.name, ' . ') AS names
                FROM incident_actors ia
                CROSS JOIN LATERAL (
                    SELECT a.name FROM actors a WHERE a.id = ia.actor_id
                    UNION ALL
                    SELECT l.name FROM actor_aliases l WHERE l.actor_id = ia.actor_id
                ) n
                WHERE ia.incident_id = old.id
            ) people
            WHERE old.id = ANY (ids) AND i.id = old.id
            RETURNING i.id, i.report_count, i.source_count, i.is_demo, i.country_code, i.admin1, i.xmin
        $$;

        -- The incidents that say these words themselves (title, actors, place, weapon) or in an article that reports them.
        CREATE FUNCTION incidents_mentioning(words text) RETURNS SETOF uuid
        LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT i.id FROM incidents i
            WHERE i.search_vector @@ websearch_to_tsquery('public.borderwatch', words)
            UNION
            SELECT r.incident_id FROM article_revisions v JOIN reports r ON r.article_revision_id = v.id AND r.superseded_at IS NULL
            WHERE v.search_vector @@ websearch_to_tsquery('public.borderwatch', words)
        $$;

        -- The same; where nothing says these words, the incidents of actors and places whose names resemble them.
        CREATE FUNCTION incidents_about(words text) RETURNS SETOF uuid
        LANGUAGE sql STABLE PARALLEL SAFE AS $$
            WITH said AS MATERIALIZED (SELECT f.id FROM incidents_mentioning(words) AS f(id))
            SELECT id FROM said
            UNION ALL
            (
                SELECT ia.incident_id FROM incident_actors ia JOIN actors a ON a.id = ia.actor_id
                WHERE public.fold_name(words) <% a.name_key AND NOT EXISTS (SELECT FROM said)
                UNION
                SELECT ia.incident_id FROM incident_actors ia JOIN actor_aliases l ON l.actor_id = ia.actor_id
                WHERE public.fold_name(words) <% l.name_key AND NOT EXISTS (SELECT FROM said)
                UNION
                SELECT i.id FROM incidents i JOIN places p ON p.id = i.place_id
                WHERE public.fold_name(words) <% public.fold_name(p.name || ' ' || coalesce(p.admin2, '') || ' ' || coalesce(p.admin1, ''))
                  AND NOT EXISTS (SELECT FROM said)
            )
        $$;
        """;

    /// <summary>Undoes what dropping the tables does not.</summary>
    public const string Down =
        """
        DROP FUNCTION incidents_about(text);
        DROP FUNCTION incidents_mentioning(text);
        DROP FUNCTION refresh_incidents(uuid[]);
        """;

    /// <summary>Undoes <see cref="BeforeTables"/>; the extensions stay, as others may use them.</summary>
    public const string DownAfterTables =
        """
        DROP FUNCTION public.fold_name(text);
        DROP TEXT SEARCH CONFIGURATION public.borderwatch;
        """;
}
