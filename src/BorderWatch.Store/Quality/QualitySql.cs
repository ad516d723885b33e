namespace BorderWatch.Store.Quality;

/// <summary>The questions behind the figures. {0} is the first moment, {1} how many incidents at most.</summary>
internal static class QualitySql
{
    /// <summary>One row a field of an incident that editors looked at: <c>decided (incident_id, at, field, ruling_id, outcome)</c>.</summary>
    public const string Decided =
        """
        WITH checked AS MATERIALIZED (
            SELECT r.subject_id AS incident_id, max(e.at) AS at
            FROM edits e JOIN revisions r ON r.edit_id = e.id AND r.subject_type = 'incident'
            WHERE e.at >= {0} AND e.undone_at IS NULL AND e.undoes IS NULL
                AND jsonb_path_exists(e.steps, '$[*] ? (@.is == "ruled" || (@.is == "reviewed" && @.to == "Confirmed"))')
            GROUP BY 1 ORDER BY 2 DESC LIMIT {1}
        ), decided AS MATERIALIZED (
            SELECT c.incident_id, c.at, u.field, u.id AS ruling_id, CASE
                WHEN values_agree(u.field, u."values", u.known) THEN 'Chosen'
                WHEN u.known = '[]' THEN 'Added'
                WHEN u."values" = '[]' THEN 'Removed'
                ELSE 'Changed' END AS outcome
            FROM checked c JOIN rulings u ON u.incident_id = c.incident_id AND u.superseded_at IS NULL AND u.field <> 'Title'
            UNION ALL
            SELECT c.incident_id, c.at, f.field, NULL, 'Left'
            FROM checked c
            JOIN incidents i ON i.id = c.incident_id AND i.status = 'Confirmed' AND i.merged_into_id IS NULL
            CROSS JOIN LATERAL (
                SELECT DISTINCT k.field FROM reports p JOIN claims k ON k.report_id = p.id
                WHERE p.incident_id = i.id AND p.superseded_at IS NULL AND k.field <> 'Reaction'
            ) f
            WHERE NOT EXISTS (SELECT 1 FROM rulings u WHERE u.incident_id = i.id AND u.field = f.field AND u.superseded_at IS NULL)
        )
        """;

    /// <summary>Follows <see cref="Decided"/>. One row a source and field: <c>heard (source_id, incident_id, field, ruling_id, agreed)</c>; those who print another's account have no voice of their own.</summary>
    public const string Heard =
        """
        , heard AS MATERIALIZED (
            SELECT a.source_id, d.incident_id, d.field, d.ruling_id, d.outcome = 'Left' OR bool_and(CASE
                WHEN d.field = 'Actor' THEN EXISTS (SELECT 1 FROM jsonb_array_elements(u."values") v WHERE lower(v ->> 'name') = lower(k.value ->> 'name') AND v ->> 'role' = k.value ->> 'role')
                ELSE values_agree(d.field, jsonb_build_array(k.value), u."values") END) AS agreed
            FROM decided d
            JOIN reports p ON p.incident_id = d.incident_id AND p.superseded_at IS NULL AND NOT p.is_copy
            JOIN articles a ON a.id = p.article_id
            JOIN claims k ON k.report_id = p.id AND k.field = d.field
            LEFT JOIN rulings u ON u.id = d.ruling_id
            GROUP BY a.source_id, d.incident_id, d.field, d.ruling_id, d.outcome
        )
        """;

    /// <summary>One row a ruling after which another editor ruled: <c>pairs (ruling_id, field, first_values, first_by, agreed)</c>. {1} is how many rulings at most.</summary>
    public const string Pairs =
        """
        WITH newest AS (
            SELECT id, incident_id, field, "values", "by", at FROM rulings WHERE at >= {0} ORDER BY at DESC LIMIT {1}
        ), told AS (
            SELECT id, field, "values", "by", lag("values") OVER w AS first_values, lag("by") OVER w AS first_by
            FROM newest WINDOW w AS (PARTITION BY incident_id, field ORDER BY at, id)
        ), pairs AS (
            SELECT id AS ruling_id, field, first_values, first_by, values_agree(field, "values", first_values) AS agreed FROM told WHERE first_by <> "by"
        )
        """;
}
