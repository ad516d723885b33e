using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Learning;

/// <inheritdoc cref="ILearningQuery"/>
internal sealed class LearningQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ILearningQuery
{
    private const int MostThings = 200;
    private const int MostSources = 100;
    private const int MostEvidence = 50;
    private const int MostIncidents = 20_000;

    private static readonly double[] s_steps = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

    public async Task<CommandResult<LearningReport>> ReadAsync(DateOnly since, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        var from = Midnight(since);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = await db.LearningRuns.AsNoTracking().OrderByDescending(run => run.At).FirstOrDefaultAsync(cancellation);
        return new(new LearningReport(last, await ThingsAsync(db, cancellation), await SourcesAsync(db, from, null, cancellation), await ConfidenceAsync(db, from, cancellation)), null);
    }

    public async Task<CommandResult<SourceStanding>> StandingAsync(Guid source, DateOnly since, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new((await SourcesAsync(db, Midnight(since), source, cancellation)).SingleOrDefault(), null);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static async Task<IReadOnlyList<LearntRow>> ThingsAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        // The models' bytes stay where they are.
        var things = await (
            from thing in db.LearntThings.AsNoTracking()
            join source in db.Sources on thing.SourceId equals source.Id into outlets
            from outlet in outlets.DefaultIfEmpty()
            orderby thing.IsOn descending, thing.OnlyLearnt - thing.OnlyRules descending, thing.Subject, thing.Id
            select new
            {
                thing.Id,
                thing.Kind,
                thing.SourceId,
                SourceName = (string?)outlet.Name,
                thing.Subject,
                thing.Language,
                thing.Objection,
                thing.Value,
                thing.Learnt,
                thing.Editors,
                thing.Tested,
                thing.RulesRight,
                thing.LearntRight,
                thing.OnlyRules,
                thing.OnlyLearnt,
                thing.TrainedAt,
                thing.IsOn,
                thing.SwitchedAt,
                thing.SwitchedBy,
            }).Take(MostThings).ToListAsync(cancellation);
        var ids = things.ConvertAll(thing => thing.Id);
        var evidence = (await db.Database.SqlQuery<Seen>(
            $"""
            SELECT e.learnt_thing_id, e.incident_id, i.title, r."by" AS ruled_by, e.rules_right, e.learnt_right
            FROM (SELECT *, row_number() OVER (PARTITION BY learnt_thing_id ORDER BY incident_id DESC) AS n FROM learnt_evidence WHERE learnt_thing_id = ANY ({ids})) e
            JOIN incidents i ON i.id = e.incident_id LEFT JOIN rulings r ON r.id = e.ruling_id
            WHERE e.n <= {MostEvidence} ORDER BY e.incident_id DESC
            """).ToListAsync(cancellation)).ToLookup(seen => seen.LearntThingId);
        return
        [
            .. things.Select(t => new LearntRow(
                t.Id, t.Kind, t.SourceId, t.SourceName, t.Subject, t.Value is { } value ? ClaimValue.Parse(value) : null, t.Learnt, t.Editors,
                new CrossValidation(t.Tested, t.RulesRight, t.LearntRight, t.OnlyRules, t.OnlyLearnt), t.TrainedAt, t.IsOn, t.SwitchedAt, t.SwitchedBy,
                [.. evidence[t.Id].Select(e => new EvidenceRow(e.IncidentId, e.Title, e.RuledBy, e.RulesRight, e.LearntRight))])
            {
                Language = t.Language,
                Objection = t.Objection,
            }),
        ];
    }

    private static async Task<IReadOnlyList<SourceStanding>> SourcesAsync(BorderWatchDbContext db, DateTimeOffset from, Guid? only, CancellationToken cancellation)
    {
        var cells = await db.Database.SqlQueryRaw<Cell>(
            QualitySql.Decided + QualitySql.Heard + """

            SELECT s.id, s.name, s.reliability, h.field, (count(*) FILTER (WHERE h.agreed))::int AS agreed, count(*)::int AS count
            FROM heard h JOIN sources s ON s.id = h.source_id
            GROUP BY s.id, s.name, s.reliability, h.field
            """, from, MostIncidents).ToListAsync(cancellation);
        return
        [
            .. cells.Where(cell => only is null || cell.Id == only).GroupBy(cell => cell.Id)
                .Select(of => new SourceStanding(
                    of.Key, of.First().Name, of.First().Reliability is { } given ? Enum.Parse<SourceReliability>(given) : null,
                    new(of.Sum(cell => cell.Agreed), of.Sum(cell => cell.Count)),
                    [.. of.Select(cell => (Enum.Parse<ClaimField>(cell.Field), new BetaPosterior(cell.Agreed, cell.Count))).OrderBy(cell => cell.Item1)]))
                .OrderByDescending(source => source.All.All).ThenBy(source => source.Name, StringComparer.Ordinal).Take(MostSources),
        ];
    }

    private static async Task<IReadOnlyList<ConfidenceStep>> ConfidenceAsync(BorderWatchDbContext db, DateTimeOffset from, CancellationToken cancellation)
    {
        var steps = await db.Database.SqlQuery<Step>(
            $"""
            SELECT s.step AS lowest, (count(*) FILTER (WHERE i.status = 'Confirmed'))::int AS confirmed, count(*)::int AS reviewed
            FROM unnest({s_steps}) AS s (step)
            JOIN incidents i ON i.confidence >= s.step AND i.merged_into_id IS NULL AND i.last_reported_at >= {from}
                AND (i.status = 'Confirmed' OR i.status = 'Rejected' AND i.rejection_reason = 'NotSecurity')
            GROUP BY s.step ORDER BY s.step
            """).ToListAsync(cancellation);
        return [.. steps.Select(step => new ConfidenceStep(step.Lowest, step.Confirmed, step.Reviewed))];
    }

    private sealed record Seen(Guid LearntThingId, Guid IncidentId, string Title, string? RuledBy, bool RulesRight, bool LearntRight);

    private sealed record Cell(Guid Id, string Name, string? Reliability, string Field, int Agreed, int Count);

    private sealed record Step(double Lowest, int Confirmed, int Reviewed);
}
