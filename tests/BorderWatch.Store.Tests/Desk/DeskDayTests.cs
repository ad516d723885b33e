using BorderWatch.Store.Desk;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Desk;

public sealed class DeskDayTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly DateTimeOffset s_midnight = new(DateTime.UtcNow.Date, TimeSpan.Zero);

    [Fact]
    public async Task Today_CountsIncidents_NotCommands_AndNothingThatWasUndone()
    {
        var (one, two, three) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var db = Open();
        Add(db, "Leyla", s_midnight, [one, two], Reviewed(one, IncidentStatus.Confirmed), Reviewed(two, IncidentStatus.Confirmed));
        Add(db, "Leyla", s_midnight.AddSeconds(1), [one], new EditStep.Ruled(one, ClaimField.Killed, null, Guid.NewGuid()));
        Add(db, "Leyla", s_midnight.AddSeconds(2), [three], Reviewed(three, IncidentStatus.Rejected));
        Add(db, "Leyla", s_midnight.AddSeconds(3), [three], new EditStep.Assigned(three, null, Guid.NewGuid())); // To assign is no ruling.
        Add(db, "Leyla", s_midnight.AddSeconds(-1), [Guid.NewGuid()], Reviewed(one, IncidentStatus.Confirmed)); // Yesterday.
        Add(db, "Idris", s_midnight, [one], Reviewed(one, IncidentStatus.Rejected));
        var undone = Add(db, "Idris", s_midnight, [two], Reviewed(two, IncidentStatus.Rejected));
        undone.UndoneAt = s_midnight.AddSeconds(5);
        Add(db, "Idris", s_midnight.AddSeconds(5), [two], undone.Id, Reviewed(two, IncidentStatus.Unreviewed));
        await db.SaveChangesAsync(Cancellation);

        Assert.Equal([new("Leyla", 3, 2, 1, 1), new EditorDay("Idris", 1, 0, 1, 0)], await Get<IDeskDay>().TodayAsync(Cancellation));
    }

    [Fact]
    public async Task Age_IsOfTheLanesOldest()
    {
        var now = DateTimeOffset.UtcNow;
        await using var db = Open();
        db.AddRange(Incident(now.AddHours(-1)), Incident(now.AddHours(-30)), Incident(now.AddHours(-50)));
        await db.SaveChangesAsync(Cancellation);

        var age = await Get<IDeskDay>().AgeAsync(DeskLane.Review, null, Cancellation);

        Assert.Equal(2, age.OverADay);
        Assert.InRange((now.AddHours(-50) - age.Oldest!.Value).Duration().TotalSeconds, 0, 1);
        Assert.Equal(new LaneAge(null, 0), await Get<IDeskDay>().AgeAsync(DeskLane.Challenged, null, Cancellation));
        Assert.Equal(new LaneAge(null, 0), await Get<IDeskDay>().AgeAsync(DeskLane.Assigned, Guid.NewGuid(), Cancellation));
    }

    private static EditStep.Reviewed Reviewed(Guid incident, IncidentStatus to) => new(incident, IncidentStatus.Unreviewed, null, to, null);

    private static Incident Incident(DateTimeOffset reported) =>
        new() { Title = "A clash", EventType = "Battles", SubEventType = "Armed clash", TimelineDate = new DateOnly(2026, 11, 20), FirstReportedAt = reported };

    private static Edit Add(BorderWatchDbContext db, string by, DateTimeOffset at, Guid[] incidents, params EditStep[] steps) => Add(db, by, at, incidents, null, steps);

    private static Edit Add(BorderWatchDbContext db, string by, DateTimeOffset at, Guid[] incidents, Guid? undoes, params EditStep[] steps)
    {
        var edit = new Edit { At = at, By = by, Action = "did", Steps = EditStep.ToJson(steps), Undoes = undoes };
        db.Add(edit);
        db.AddRange(incidents.Select(incident => new Revision { SubjectType = "incident", SubjectId = incident, At = at, By = by, Action = "did", EditId = edit.Id, Changes = "{}" }));
        return edit;
    }
}
