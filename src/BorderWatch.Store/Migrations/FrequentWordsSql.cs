namespace BorderWatch.Store.Migrations;

/// <summary>Whether a search finds anything is asked of the newest incidents first. Frozen, as every migration.</summary>
internal static class FrequentWordsSql
{
    public const string Up =
        """
        CREATE OR REPLACE FUNCTION search_query(words text) RETURNS tsquery
        LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$ -- Not to read every row before it is known that none says it.
        DECLARE
            said tsquery := websearch_to_tsquery('public.borderwatch', words);
            folded text := public.fold_name(words);
        BEGIN
            -- A frequent word stands in one of the newest; for it the index would list every incident there is before it gave the first.
            IF EXISTS (SELECT FROM (SELECT search_vector FROM incidents ORDER BY timeline_date DESC, id DESC LIMIT 300) newest WHERE search_vector @@ said)
                OR EXISTS (SELECT FROM incidents WHERE search_vector @@ said) THEN
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
        """;

    public const string Down =
        """
        CREATE OR REPLACE FUNCTION search_query(words text) RETURNS tsquery
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
        """;
}
