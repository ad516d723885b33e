namespace BorderWatch.Store.Migrations;

/// <summary>
/// An incident's search vector takes in the words of the articles that report it: one condition on one table, which PostgreSQL
/// serves from the GIN index for a rare word and by walking the timeline for a frequent one. Frozen, as every migration.
/// </summary>
internal static class OneSearchVectorSql
{
    public const string Up =
        """
        DROP FUNCTION incidents_about(text);
        DROP FUNCTION incidents_mentioning(text);
        DROP FUNCTION refresh_incidents(uuid[]);
        DROP INDEX ix_article_revisions_search;

        CREATE AGGREGATE tsvector_agg (tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

        -- Pages and counts read incidents without their words, which therefore lie apart from the rows.
        ALTER TABLE incidents SET (toast_tuple_target = 512);

        -- The one place that computes what an incident's row repeats from elsewhere. Returns the new values and row versions.
        -- Of its articles the newest 300,000 bytes are searched: a tsvector holds at most a megabyte.
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
                    setweight(to_tsvector('public.borderwatch', coalesce(people.names, '')), 'A') ||
                    setweight(to_tsvector('public.borderwatch', concat_ws(' . ', p.name, p.admin2, p.admin1)), 'A') ||
                    setweight(to_tsvector('public.borderwatch', concat_ws(' . ', old.weapon, old.event_type, old.sub_event_type)), 'A') ||
                    told.words
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
            CROSS JOIN LATERAL (
                SELECT coalesce(tsvector_agg(t.search_vector), '') AS words
                FROM (
                    SELECT v.search_vector, row_number() OVER newest AS place,
                           sum(octet_length(v.title) + octet_length(v.text)) OVER newest AS bytes
                    FROM reports r JOIN article_revisions v ON v.id = r.article_revision_id
                    WHERE r.incident_id = old.id AND r.superseded_at IS NULL
                    WINDOW newest AS (ORDER BY v.fetched_at DESC, v.id DESC ROWS UNBOUNDED PRECEDING)
                ) t
                WHERE t.place = 1 OR t.bytes <= 300000
            ) told
            WHERE old.id = ANY (ids) AND i.id = old.id
            RETURNING i.id, i.report_count, i.source_count, i.is_demo, i.country_code, i.admin1, i.xmin
        $$;

        -- What a reader searches for. Where no incident says it, the names of actors and places that resemble it instead.
        CREATE FUNCTION search_query(words text) RETURNS tsquery
        LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$ -- Not to read every row before it is known that none says it.
        DECLARE
            said tsquery := websearch_to_tsquery('public.borderwatch', words);
            folded text := public.fold_name(words);
        BEGIN
            IF EXISTS (SELECT FROM incidents WHERE search_vector @@ said) THEN
                RETURN said;
            END IF;
            RETURN coalesce((
                SELECT string_agg('(' || phraseto_tsquery('public.borderwatch', likely.name)::text || ')', ' | ')::tsquery
                FROM (
                    SELECT n.name, max(word_similarity(folded, public.fold_name(n.name))) AS likeness
                    FROM (
                        SELECT a.name FROM actors a WHERE folded <% a.name_key
                        UNION ALL
                        SELECT l.name FROM actor_aliases l WHERE folded <% l.name_key
                        UNION ALL
                        SELECT part.name FROM places p CROSS JOIN LATERAL (VALUES (p.name), (p.admin2), (p.admin1)) part (name)
                        WHERE folded <% public.fold_name(p.name || ' ' || coalesce(p.admin2, '') || ' ' || coalesce(p.admin1, ''))
                          AND folded <% public.fold_name(part.name)
                    ) n
                    WHERE numnode(phraseto_tsquery('public.borderwatch', n.name)) > 0
                    GROUP BY n.name
                    ORDER BY likeness DESC, n.name
                    LIMIT 20
                ) likely), said);
        END
        $$;

        SELECT count(*) FROM refresh_incidents(ARRAY(SELECT id FROM incidents));
        """;

    public const string Down =
        """
        DROP FUNCTION search_query(text);
        DROP FUNCTION refresh_incidents(uuid[]);
        DROP AGGREGATE tsvector_agg (tsvector);
        ALTER TABLE incidents RESET (toast_tuple_target);
        CREATE INDEX ix_article_revisions_search ON article_revisions USING gin (search_vector);
        """ + "\n" + InitialSql.Functions + "\nSELECT count(*) FROM refresh_incidents(ARRAY(SELECT id FROM incidents));";
}
