using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Tallies;

/// <summary>What the database adds up beside the incidents.</summary>
public sealed class TalliesTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly string[] s_edits =
    [
        "UPDATE incidents SET status = (ARRAY['Unreviewed', 'Confirmed', 'Rejected'])[1 + floor(random() * 3)::int] WHERE id = ANY ({0})",
        "UPDATE incidents SET merged_into_id = CASE WHEN random() < .5 THEN (SELECT id FROM incidents ORDER BY random() LIMIT 1) END WHERE id = ANY ({0})",
        "UPDATE incidents SET timeline_date = timeline_date + (random() * 40)::int - 20 WHERE id = ANY ({0})",
        "UPDATE incidents SET event_type = (ARRAY['Battles', 'Riots', 'Protests'])[1 + floor(random() * 3)::int] WHERE id = ANY ({0})",
        "UPDATE incidents SET place_id = CASE WHEN random() < .8 THEN (SELECT p.id FROM places p WHERE incidents.id IS NOT NULL ORDER BY random() LIMIT 1) END, place_precision = 'Near' WHERE id = ANY ({0})",
        "UPDATE incidents SET killed_low = (random() * 9)::int, killed_best = CASE WHEN random() < .5 THEN 9 + (random() * 9)::int END, killed_high = NULL WHERE id = ANY ({0})",
        "UPDATE incidents SET title = title || '.' WHERE id = ANY ({0})",
        "SELECT refresh_incidents({0})",
    ];

    [Fact]
    public async Task Sums_AfterTenThousandEditsAtRandom_AreThoseOfTheIncidents()
    {
        await TellAsync(Many(400));
        await using var db = Open();
        var ids = await db.Incidents.Select(incident => incident.Id).ToArrayAsync(Cancellation);
        var random = new Random(20261125);
        for (var edited = 0; edited < 10_000; edited += 50)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            await db.Database.ExecuteSqlRawAsync(s_edits[random.Next(s_edits.Length)], [random.GetItems(ids, 50)], Cancellation);
            if (random.Next(5) == 0) await transaction.RollbackAsync(Cancellation);
            else await transaction.CommitAsync(Cancellation);
            if (random.Next(20) == 0) await Get<ITallies>().FoldAsync(Cancellation);
        }
        await db.Incidents.Where(incident => incident.MergedIntoId == null && !db.Incidents.Any(other => other.MergedIntoId == incident.Id)).Take(20).ExecuteDeleteAsync(Cancellation);

        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
        Assert.Equal(await db.Incidents.CountAsync(i => i.MergedIntoId == null && i.Status != IncidentStatus.Rejected, Cancellation), await Get<ITimelineQuery>().CountAsync(new(), Cancellation));
    }

    [Fact]
    public async Task Fold_LeavesOneRowForEachKey_AndTheSums()
    {
        await TellAsync(Many(100));
        await using var db = Open();
        for (var n = 0; n < 10; n++) await db.Database.ExecuteSqlRawAsync("UPDATE incidents SET timeline_date = timeline_date + 1", Cancellation);
        var before = await db.DayTallies.CountAsync(Cancellation);

        var went = await Get<ITallies>().FoldAsync(Cancellation);

        var after = await db.DayTallies.ToListAsync(Cancellation);
        Assert.InRange(before - after.Count, 1, went);
        Assert.Equal(after.Count, after.DistinctBy(tally => (tally.TimelineDate, tally.EventType, tally.CountryCode)).Count());
        Assert.Equal(100, after.Sum(tally => tally.Incidents));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Check_FindsWhatIsWrong_AndCountingAnewMendsIt()
    {
        await TellAsync(Many(20));
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO day_tallies (timeline_date, event_type, incidents) VALUES ('2026-01-01', 'Riots', 3); DELETE FROM spot_tallies", Cancellation);

        Assert.InRange(await Get<ITallies>().CheckAsync(Cancellation), 2, 50);
        await Get<ITallies>().RebuildAsync(Cancellation);

        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Editors_WhoChangeIncidentsOfOneDayAtOnce_DoNotWaitForEachOther()
    {
        await TellAsync(Many(2));
        await using var one = Open();
        await using var other = Open();
        var ids = await one.Incidents.Select(incident => incident.Id).ToListAsync(Cancellation);
        await one.Database.ExecuteSqlRawAsync("UPDATE incidents SET timeline_date = '2026-03-01', event_type = 'Riots'", Cancellation);

        await using var first = await one.Database.BeginTransactionAsync(Cancellation);
        await one.Database.ExecuteSqlAsync($"UPDATE incidents SET status = 'Rejected' WHERE id = {ids[0]}", Cancellation);
        await other.Database.ExecuteSqlRawAsync("SET lock_timeout = '20s'", Cancellation);
        await other.Database.ExecuteSqlAsync($"UPDATE incidents SET status = 'Rejected' WHERE id = {ids[1]}", Cancellation);
        await first.CommitAsync(Cancellation);

        Assert.Equal(0, await Get<ITimelineQuery>().CountAsync(new(), Cancellation));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
    }

    private static Story Many(int count)
    {
        var story = new Story();
        var places = new[] { story.Place("Khorugh", "Gorno-Badakhshan", "TJ"), story.Place("Osh", "Osh", "KG"), story.Place("Panj", "Khatlon", "TJ") };
        for (var n = 0; n < count; n++)
        {
            var incident = story.Incident($"Incident {n}", new DateOnly(2026, 1, 1).AddDays(n % 60).ToString("O"), "Battles", places[n % 3], new CasualtyCount(n % 4, n % 4, n % 4));
            incident.PlacePrecision = PlacePrecision.Exact;
        }
        return story;
    }
}
