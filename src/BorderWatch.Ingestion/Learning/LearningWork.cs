using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Learning;

/// <inheritdoc cref="ILearningWork"/>
internal sealed partial class LearningWork(IDbContextFactory<BorderWatchDbContext> contexts, IEnumerable<ILearner> learners, TimeProvider time, ILogger<LearningWork> log) : ILearningWork
{
    private static readonly Guid s_lock = new("0190a1ea-2222-7000-8222-6c6561726e00");

    /// <inheritdoc />
    public async Task<CommandResult<LearningRun>> LearnAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageLearning) is { } refusal) return new(null, refusal);
        await using var alone = await WorkLock.TryTakeAsync(contexts, s_lock, cancellation);
        if (alone is null) return new(null, "It is being learnt anew just now. Wait a moment, and reload the page.");
        var lessons = new List<Lesson>();
        foreach (var learner in learners) lessons.AddRange(await learner.LearnAsync(cancellation));
        return new(await WriteAsync(lessons, by, cancellation), null);
    }

    private async Task<LearningRun> WriteAsync(List<Lesson> lessons, Caller by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held against whoever switches: what they saw may not hold any more.
        var known = (await db.LearntThings.FromSql($"SELECT * FROM learnt_things ORDER BY id FOR UPDATE").ToListAsync(cancellation)).ToDictionary(t => (t.Kind, t.SourceId, t.SubjectKey));
        await db.LearntEvidence.ExecuteDeleteAsync(cancellation);
        var off = 0;
        foreach (var lesson in lessons)
        {
            if (known.Remove((lesson.Kind, lesson.SourceId, lesson.SubjectKey), out var thing))
            {
                if (thing.IsOn && (SaysOtherwise(thing, lesson) ? "Editors' rulings say something else now." : lesson.Lacks) is { } reason) Off(thing, reason);
            }
            else
            {
                thing = new LearntThing { Kind = lesson.Kind, SourceId = lesson.SourceId, Subject = lesson.Subject, SubjectKey = lesson.SubjectKey, Language = lesson.Language };
                db.LearntThings.Add(thing);
            }
            thing.Objection = lesson.Objection;
            (thing.Subject, thing.Value, thing.Model, thing.Learnt, thing.Editors, thing.Figures, thing.TrainedAt) = (lesson.Subject, lesson.Value, lesson.Model, lesson.Learnt, lesson.Editors, lesson.Figures, now);
            db.LearntEvidence.AddRange(lesson.Evidence.DistinctBy(e => e.IncidentId).Select(e => new LearntEvidence
            {
                LearntThingId = thing.Id,
                IncidentId = e.IncidentId,
                RulingId = e.RulingId,
                RulesRight = e.RulesRight,
                LearntRight = e.LearntRight,
            }));
        }
        // What no ruling teaches any more.
        foreach (var forgotten in known.Values)
        {
            if (forgotten.IsOn) Off(forgotten, "No rulings teach it any more.");
            db.LearntThings.Remove(forgotten);
        }
        var run = new LearningRun
        {
            At = now,
            By = by.Name,
            Incidents = await db.Incidents.CountAsync(i => i.MergedIntoId == null && (i.Status != IncidentStatus.Unreviewed || db.Rulings.Any(r => r.IncidentId == i.Id && r.SupersededAt == null)), cancellation),
            Things = lessons.Count,
            SwitchedOff = off,
        };
        db.LearningRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        LogLearnt(run.Things, run.Incidents, run.SwitchedOff);
        return run;

        void Off(LearntThing thing, string reason)
        {
            off++;
            db.Revisions.Add(Switching.Turn(thing, false, Caller.Program.Name, now, reason));
        }
    }

    private static bool SaysOtherwise(LearntThing thing, Lesson lesson) =>
        thing.Value is { } before && lesson.Value is { } now && (ClaimValue.Parse(before), ClaimValue.Parse(now)) switch
        {
            (ClaimValue.Place old, ClaimValue.Place place) => !PlaceAgreement.Agree(old, place),
            (ClaimValue.Actor old, ClaimValue.Actor actor) => NameKey.Of(old.Name) != NameKey.Of(actor.Name),
            _ => true,
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Learnt {Things} things from {Incidents} incidents that editors ruled on; {Off} were switched off")]
    private partial void LogLearnt(int things, int incidents, int off);
}
