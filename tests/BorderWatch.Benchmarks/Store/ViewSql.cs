using BorderWatch.Store.Places;

namespace BorderWatch.Benchmarks.Store;

/// <summary>The questions of the pages as somebody would write them who has nothing but PostgreSQL.</summary>
internal static class ViewSql
{
    private const string Shown = "i.merged_into_id IS NULL AND i.status <> 'Rejected'";

    /// <summary>Sixty incidents with place and people, newest first; one more tells whether there are others.</summary>
    public static string Page(string where) =>
        $"""
        SELECT i.id, i.title, i.event_type, i.sub_event_type, i.timeline_date, i.occurred_from, i.occurred_to, i.time_precision, p.name, i.admin1, i.country_code,
            i.place_precision, p.latitude, p.longitude, i.killed_low, i.killed_best, i.killed_high, i.injured_low, i.injured_best, i.injured_high,
            i.abducted_low, i.abducted_best, i.abducted_high, i.report_count, i.source_count, i.has_conflict, i.confidence, i.status, i.is_demo,
            (SELECT array_agg(ia.role || ':' || a.name ORDER BY a.name) FROM incident_actors ia JOIN actors a ON a.id = ia.actor_id
             WHERE ia.incident_id = i.id AND ia.role IN ('Perpetrator', 'Target'))
        FROM incidents i LEFT JOIN places p ON p.id = i.place_id
        WHERE {Shown} {where}
        ORDER BY i.timeline_date DESC, i.id DESC LIMIT 61
        """;

    /// <summary>The same of incidents that say some words.</summary>
    public static string Search(string words) => Page($"AND i.search_vector @@ websearch_to_tsquery('public.borderwatch', '{words}')");

    /// <summary>Incidents added up by squares.</summary>
    public static string Map(string where, GeoBox box, double grid) =>
        FormattableString.Invariant($"""
        SELECT t.place_precision, floor(p.longitude / {grid}), floor(p.latitude / {grid}), sum(t.n), sum(t.killed), min(t.first), max(t.last), min(p.name), max(p.name),
            sum(p.latitude * t.n), sum(p.longitude * t.n), max(t.newest)
        FROM (
            SELECT i.place_id, i.place_precision, count(*) n, sum(coalesce(i.killed_best, i.killed_low, 0)) killed, min(i.event_type) AS first, max(i.event_type) AS last, max(i.timeline_date) newest
            FROM incidents i WHERE {Shown} {where} AND i.place_id IS NOT NULL GROUP BY 1, 2
        ) t JOIN places p ON p.id = t.place_id
        WHERE p.longitude BETWEEN {box.West} AND {box.East} AND p.latitude BETWEEN {box.South} AND {box.North}
        GROUP BY 1, 2, 3
        """);

    /// <summary>Incidents by day and type.</summary>
    public static string Histogram(string where) => $"SELECT i.timeline_date, i.event_type, count(*) FROM incidents i WHERE {Shown} {where} GROUP BY 1, 2";

    /// <summary>How many incidents.</summary>
    public static string Count(string where) => $"SELECT count(*) FROM incidents i WHERE {Shown} {where}";

    /// <summary>
    /// A region's page from its sums, in one round trip: figures of the period, the one before and the year before; weeks of all three; who, where and with
    /// what, and whether it is new; since when anything is known; the gravest incidents.
    /// </summary>
    public static string Region(Guid region, DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var (months, past) = (new DateOnly(from.Year, from.Month, 1).AddMonths(1), new DateOnly(to.Year, to.Month, 1));
        var periods = $"(VALUES (1, date '{from:O}', date '{to:O}'), (2, '{from.AddYears(-1):O}', '{to.AddYears(-1):O}'), (3, '{from.AddDays(-days):O}', '{from.AddDays(-1):O}')) p (n, first, last)";
        var sums = string.Join(", ", new[] { "incidents", "unreviewed", "without_toll", "in_conflict" }
            .Concat(new[] { "killed", "injured", "abducted" }.SelectMany(people => new[] { "low", "best", "high", "said", "unbounded" }.Select(of => $"{people}_{of}"))).Select(name => $"sum({name})"));
        return $"""
            SELECT p.n, event_type, {sums} FROM {periods} JOIN region_tallies t ON t.region_id = '{region}' AND t.timeline_date BETWEEN p.first AND p.last GROUP BY 1, 2;
            SELECT p.n, event_type, (p.last - timeline_date) / 7, date_trunc('month', timeline_date), sum(incidents)
            FROM {periods} JOIN region_tallies t ON t.region_id = '{region}' AND t.timeline_date BETWEEN p.first AND p.last GROUP BY 1, 2, 3, 4;
            SELECT c.*, a.name, a.kind, EXISTS (SELECT FROM region_name_tallies o WHERE o.region_id = '{region}' AND o.kind = c.kind AND o.name = c.name AND NOT o.is_month AND o.day < '{from:O}')
            FROM (
                SELECT kind, name, roles, sum(incidents) FROM region_name_tallies
                WHERE region_id = '{region}' AND kind <> 'Toll' AND (is_month AND day >= '{months:O}' AND day < '{past:O}' OR NOT is_month AND (day >= '{from:O}' AND day < '{months:O}' OR day >= '{past:O}' AND day <= '{to:O}'))
                GROUP BY 1, 2, 3 HAVING sum(incidents) > 0
            ) c LEFT JOIN actors a ON c.kind = 'Actor' AND a.id::text = c.name;
            SELECT min(timeline_date) FROM region_tallies WHERE region_id = '{region}' AND timeline_date < '{from:O}';
            SELECT i.id, i.title, i.timeline_date, i.killed_low, i.killed_best, i.killed_high, p.name FROM (
                SELECT right(name, 36)::uuid AS id FROM region_name_tallies
                WHERE region_id = '{region}' AND kind = 'Toll' AND NOT is_month AND day BETWEEN '{from:O}' AND '{to:O}' GROUP BY name HAVING sum(incidents) > 0 ORDER BY name DESC LIMIT 10
            ) g JOIN incidents i ON i.id = g.id LEFT JOIN places p ON p.id = i.place_id;
            """;
    }
}
