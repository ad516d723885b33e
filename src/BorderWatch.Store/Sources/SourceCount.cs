using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Sources;

/// <summary>A number of a source's health, as the database counts it.</summary>
internal sealed class SourceCount
{
    public const string ArticlesOfDay = "articles";
    public const string IncidentsOfWeek = "incidents";
    public const string Reviews = "reviews";

    public Guid SourceId { get; init; }

    public required string What { get; init; }

    /// <summary>How many times 24 hours, or weeks, before now; 0 for what has no time.</summary>
    public int Ago { get; init; }

    public int Count { get; init; }

    /// <summary>Of these: unreadable articles; for reviews, those confirmed.</summary>
    public int OfThese { get; init; }

    /// <summary>All numbers of all sources, or of one, in one command.</summary>
    public static IQueryable<SourceCount> Of(BorderWatchDbContext db, Guid? source, DateTimeOffset now)
    {
        var from = now.AddDays(-7 * SourceHealth.WeekCount);
        return db.Database.SqlQuery<SourceCount>($"""
            SELECT a.source_id, 'articles' AS what, floor(extract(epoch FROM {now} - a.first_seen_at) / 86400)::int AS ago,
                   count(*)::int AS count, (count(*) FILTER (WHERE a.outcome = 'Unreadable'))::int AS of_these
            FROM articles a WHERE a.first_seen_at > {from} AND a.first_seen_at <= {now} AND ({source}::uuid IS NULL OR a.source_id = {source}) GROUP BY 1, 3
            UNION ALL
            SELECT a.source_id, 'incidents', floor(extract(epoch FROM {now} - r.created_at) / 604800)::int, count(DISTINCT r.incident_id)::int, 0
            FROM reports r JOIN articles a ON a.id = r.article_id
            WHERE r.superseded_at IS NULL AND r.created_at > {from} AND r.created_at <= {now} AND ({source}::uuid IS NULL OR a.source_id = {source}) GROUP BY 1, 3
            UNION ALL
            SELECT a.source_id, 'reviews', 0, count(DISTINCT i.id)::int, (count(DISTINCT i.id) FILTER (WHERE i.status = 'Confirmed'))::int
            FROM incidents i JOIN reports r ON r.incident_id = i.id JOIN articles a ON a.id = r.article_id
            WHERE r.superseded_at IS NULL AND i.merged_into_id IS NULL AND (i.status = 'Confirmed' OR i.status = 'Rejected' AND i.rejection_reason IS NOT NULL)
              AND ({source}::uuid IS NULL OR a.source_id = {source}) GROUP BY 1
            """);
    }
}
