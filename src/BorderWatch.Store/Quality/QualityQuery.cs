using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BorderWatch.Store.Quality;

/// <inheritdoc cref="IQualityQuery"/>
internal sealed class QualityQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IQualityQuery
{
    private const int MostIncidents = 20_000;
    private const int MostRulings = 50_000;

    public async Task<CommandResult<QualityReport>> ReadAsync(DateOnly since, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        var from = Moment(since);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cells = await db.Database.SqlQueryRaw<Cell>(
            QualitySql.Decided + """

            SELECT field, date_trunc('month', at AT TIME ZONE 'UTC')::date AS month, outcome, count(*)::int AS count, (SELECT count(*)::int FROM checked) AS incidents
            FROM decided GROUP BY 1, 2, 3
            """, from, MostIncidents).ToListAsync(cancellation);
        var sources = await db.Database.SqlQueryRaw<SourceCell>(
            QualitySql.Decided + QualitySql.Heard + """

            SELECT s.id, s.name, (count(*) FILTER (WHERE h.agreed))::int AS agreed, count(*)::int AS count
            FROM heard h JOIN sources s ON s.id = h.source_id
            GROUP BY s.id, s.name ORDER BY 4 DESC, 2 LIMIT 100
            """, from, MostIncidents).ToListAsync(cancellation);
        var editors = await db.Database.SqlQueryRaw<EditorCell>(
            QualitySql.Pairs + """

            SELECT field, (count(*) FILTER (WHERE agreed))::int AS agreed, count(*)::int AS count FROM pairs GROUP BY field
            """, from, MostRulings).ToListAsync(cancellation);

        var incidents = cells.Count == 0 ? 0 : cells[0].Incidents;
        return new(new QualityReport(
            incidents, incidents == MostIncidents,
            [.. cells.GroupBy(cell => Enum.Parse<ClaimField>(cell.Field)).OrderBy(of => of.Key)
                .Select(of => new FieldQuality(of.Key, of.GroupBy(cell => Enum.Parse<FieldOutcome>(cell.Outcome)).ToDictionary(o => o.Key, o => o.Sum(cell => cell.Count))))],
            [.. cells.GroupBy(cell => cell.Month).OrderBy(of => of.Key)
                .Select(of => new MonthQuality(of.Key, new(of.Where(cell => cell.Outcome is nameof(FieldOutcome.Left) or nameof(FieldOutcome.Chosen)).Sum(cell => cell.Count), of.Sum(cell => cell.Count))))],
            [.. sources.Select(source => new SourceQuality(source.Id, source.Name, new(source.Agreed, source.Count)))],
            [.. editors.Select(of => new EditorQuality(Enum.Parse<ClaimField>(of.Field), new(of.Agreed, of.Count))).OrderBy(of => of.Field)]), null);
    }

    public async Task<CommandResult<IReadOnlyList<CorrectedField>>> BehindAsync(QualitySlice slice, int most, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = slice.BetweenEditors
            ? db.Database.SqlQueryRaw<Row>(
                QualitySql.Pairs + """

                SELECT u.incident_id, i.title, u.field, p.first_values::text AS before, u."values"::text AS ruled, u."by", p.first_by AS before_by, u.at
                FROM pairs p JOIN rulings u ON u.id = p.ruling_id JOIN incidents i ON i.id = u.incident_id
                WHERE NOT p.agreed AND ({2}::text IS NULL OR u.field = {2})
                ORDER BY u.at DESC LIMIT {3}
                """, Moment(slice.Since), MostRulings, Parameter(NpgsqlDbType.Text, slice.Field?.ToString()), most)
            : db.Database.SqlQueryRaw<Row>(
                QualitySql.Decided + QualitySql.Heard + """

                SELECT u.incident_id, i.title, u.field, u.known::text AS before, u."values"::text AS ruled, u."by", NULL::text AS before_by, u.at
                FROM decided d JOIN rulings u ON u.id = d.ruling_id JOIN incidents i ON i.id = u.incident_id
                WHERE ({2}::text IS NULL OR u.field = {2})
                    AND CASE WHEN {4}::uuid IS NOT NULL THEN u.id IN (SELECT h.ruling_id FROM heard h WHERE h.source_id = {4} AND h.ruling_id IS NOT NULL AND NOT h.agreed)
                        WHEN {5}::text IS NOT NULL THEN d.outcome = {5} ELSE d.outcome NOT IN ('Left', 'Chosen') END
                    AND ({6}::date IS NULL OR date_trunc('month', d.at AT TIME ZONE 'UTC')::date = {6})
                ORDER BY u.at DESC LIMIT {3}
                """, Moment(slice.Since), MostIncidents, Parameter(NpgsqlDbType.Text, slice.Field?.ToString()), most, Parameter(NpgsqlDbType.Uuid, slice.SourceId), Parameter(NpgsqlDbType.Text, slice.Outcome?.ToString()), Parameter(NpgsqlDbType.Date, slice.Month));
        return new([.. (await rows.ToListAsync(cancellation)).Select(row =>
            new CorrectedField(row.IncidentId, row.Title, Enum.Parse<ClaimField>(row.Field), RuledValues.Parse(row.Before), RuledValues.Parse(row.Ruled), row.By, row.BeforeBy, row.At))], null);
    }

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static NpgsqlParameter Parameter(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    private sealed record Cell(string Field, DateOnly Month, string Outcome, int Count, int Incidents);

    private sealed record SourceCell(Guid Id, string Name, int Agreed, int Count);

    private sealed record EditorCell(string Field, int Agreed, int Count);

    private sealed record Row(Guid IncidentId, string Title, string Field, string Before, string Ruled, string By, string? BeforeBy, DateTimeOffset At);
}
