using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
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
        "UPDATE incidents SET weapon = (ARRAY['drone', 'mortar', NULL])[1 + floor(random() * 3)::int], has_conflict = random() < .5, injured_high = CASE WHEN random() < .5 THEN 5 END WHERE id = ANY ({0})",
        "DELETE FROM incident_actors WHERE incident_id = ANY ({0}) AND random() < .5",
        "UPDATE incident_actors p SET role = 'Responder' WHERE incident_id = ANY ({0}) AND role = 'Target' AND NOT EXISTS (SELECT FROM incident_actors o WHERE (o.incident_id, o.actor_id, o.role) = (p.incident_id, p.actor_id, 'Responder'))",
        "INSERT INTO incident_actors (incident_id, actor_id, role, attribution) SELECT i, a.id, (ARRAY['Perpetrator', 'Target'])[1 + floor(random() * 2)::int], 'Confirmed' FROM unnest({0}) i, actors a WHERE random() < .4 ON CONFLICT DO NOTHING",
        "UPDATE places SET admin1 = (ARRAY['Khatlon', 'Osh', NULL])[1 + floor(random() * 3)::int] WHERE random() < .5 AND {0} IS NOT NULL",
        "DELETE FROM region_areas WHERE random() < .5 AND {0} IS NOT NULL",
        "INSERT INTO region_areas (id, region_id, country_code, admin1) SELECT gen_random_uuid(), r.id, p.country_code, p.admin1 FROM regions r, places p WHERE random() < .3 AND {0} IS NOT NULL ON CONFLICT DO NOTHING",
        "SELECT refresh_incidents({0})",
        "UPDATE actors SET target_kinds = CASE WHEN random() < .3 THEN ARRAY['Mining'] WHEN random() < .5 THEN ARRAY['ForeignNationals', 'Health'] ELSE ARRAY[]::text[] END WHERE random() < .5 AND {0} IS NOT NULL",
        "UPDATE actors SET country_code = (ARRAY['TJ', 'KG', NULL])[1 + floor(random() * 3)::int], kind = (ARRAY['Civilian', 'State'])[1 + floor(random() * 2)::int] WHERE random() < .5 AND {0} IS NOT NULL",
        "UPDATE incidents SET place_precision = (ARRAY['Exact', 'Admin2', 'Admin1', 'Border'])[1 + floor(random() * 4)::int] WHERE id = ANY ({0}) AND place_id IS NOT NULL",
        "UPDATE places SET longitude = 66 + random() * 8, latitude = 36 + random() * 4 WHERE latitude IS NOT NULL AND random() < .5 AND {0} IS NOT NULL",
        "INSERT INTO region_outlines (id, region_id, name, shape) SELECT gen_random_uuid(), id, '', polygon(box(point(66 + random() * 4, 36 + random() * 2), point(70 + random() * 4, 38 + random() * 2))) FROM regions WHERE random() < .5 AND {0} IS NOT NULL",
        "DELETE FROM region_outlines WHERE random() < .7 AND {0} IS NOT NULL",
        "UPDATE region_borders SET kilometres = 1 + random() * 200 WHERE {0} IS NOT NULL",
        "INSERT INTO region_nestings (region_id, held_id) SELECT a.id, b.id FROM regions a, regions b WHERE a.id < b.id AND random() < .5 AND {0} IS NOT NULL ON CONFLICT DO NOTHING",
        "DELETE FROM region_nestings WHERE random() < .5 AND {0} IS NOT NULL",
    ];

    [Fact]
    public async Task Sums_AfterTenThousandEditsAtRandom_AreThoseOfTheIncidents()
    {
        await TellAsync(Many(400));
        var region = (await Get<IRegionCommands>().CreateAsync("Panj and Osh", [new RegionPart.Area("TJ", "Khatlon"), new RegionPart.Area("KG")], Caller.Local, Cancellation)).Value;
        await Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Cancellation);
        await Get<IRegionCommands>().CreateAsync("Along the Panj", [new RegionPart.Border("TJ", "AF", 30), new RegionPart.Whole(region, "")], Caller.Local, Cancellation);
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
        await db.Database.ExecuteSqlAsync($"INSERT INTO region_areas (id, region_id, country_code) VALUES (gen_random_uuid(), {region}, 'TJ') ON CONFLICT DO NOTHING", Cancellation);
        await db.Database.ExecuteSqlRawAsync("UPDATE actors SET target_kinds = ARRAY['Mining', 'Health']", Cancellation);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO incident_actors (incident_id, actor_id, role, attribution) SELECT i.id, a.id, 'Target', 'Confirmed' FROM incidents i, actors a WHERE i.timeline_date < '2026-02-15' ON CONFLICT DO NOTHING", Cancellation);
        var summary = await Get<IRegionQuery>().SummariseAsync(region, new(2026, 1, 1), new(2026, 3, 31), Cancellation);
        var listed = new TimelineFilter { RegionId = region, From = summary!.From, To = summary.To };
        Assert.NotEqual(0, summary.Now.Incidents);
        Assert.Equal(await Get<ITimelineQuery>().CountAsync(listed, Cancellation), summary.Now.Incidents);
        Assert.Equal(await Get<ITimelineQuery>().CountAsync(listed with { WithoutToll = true }, Cancellation), summary.Now.WithoutToll);
        Assert.NotEmpty(summary.Perpetrators);
        foreach (var actor in summary.Perpetrators)
            Assert.Equal(await Get<ITimelineQuery>().CountAsync(listed with { Actors = [new(actor.Id, ActorRole.Perpetrator)] }, Cancellation), actor.Count);
        Assert.NotEmpty(summary.TargetKinds);
        foreach (var target in summary.TargetKinds)
            Assert.Equal(await Get<ITimelineQuery>().CountAsync(listed with { TargetKinds = [target.Kind] }, Cancellation), target.Now);
    }

    [Fact]
    public async Task Fold_LeavesOneRowForEachKey_AndTheSums()
    {
        await TellAsync(Many(100));
        await Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Cancellation);
        await using var db = Open();
        for (var n = 0; n < 10; n++) await db.Database.ExecuteSqlRawAsync("UPDATE incidents SET timeline_date = timeline_date + 1", Cancellation);
        var before = await db.DayTallies.CountAsync(Cancellation);

        var went = await Get<ITallies>().FoldAsync(Cancellation);

        var after = await db.DayTallies.ToListAsync(Cancellation);
        Assert.InRange(before - after.Count, 1, went);
        Assert.Equal(after.Count, after.DistinctBy(tally => (tally.TimelineDate, tally.EventType, tally.CountryCode)).Count());
        Assert.Equal(100, after.Sum(tally => tally.Incidents));
        Assert.Equal(0, await db.RegionTallies.CountAsync(tally => tally.IsFresh, Cancellation));
        var sums = await db.RegionTallies.ToListAsync(Cancellation);
        Assert.Equal((67, sums.Count), (sums.Sum(tally => tally.Incidents), sums.DistinctBy(tally => (tally.TimelineDate, tally.EventType)).Count()));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
    }

    [Fact]
    public async Task Check_FindsWhatIsWrong_AndCountingAnewMendsIt()
    {
        await TellAsync(Many(20));
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO day_tallies (timeline_date, event_type, incidents) VALUES ('2026-01-01', 'Riots', 3); DELETE FROM spot_tallies", Cancellation);
        Assert.InRange(await Get<ITallies>().CheckAsync(Cancellation), 2, 50);
        await Get<IRegionCommands>().CreateAsync("Kyrgyzstan", [new RegionPart.Area("KG")], Caller.Local, Cancellation);
        await Get<ITallies>().RebuildAsync(Cancellation);
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
        await db.Database.ExecuteSqlRawAsync("UPDATE region_tallies SET killed_high = killed_high + 1 WHERE timeline_date = '2026-01-02'; DELETE FROM region_name_tallies WHERE kind = 'Weapon' OR is_month", Cancellation);

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

    [Fact]
    public async Task Region_ThatGoes_TakesItsSumsAlong_AndAPlaceThatMoves_TakesItsIncidents()
    {
        await TellAsync(Many(9));
        var tajik = (await Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Cancellation)).Value;
        var kyrgyz = (await Get<IRegionCommands>().CreateAsync("Kyrgyzstan", [new RegionPart.Area("KG")], Caller.Local, Cancellation)).Value;
        await using var db = Open();

        await db.Places.Where(place => place.Name == "Panj").ExecuteUpdateAsync(set => set.SetProperty(place => place.CountryCode, "KG"), Cancellation);
        Assert.Equal((3, 6), (await CountAsync(tajik), await CountAsync(kyrgyz)));
        Assert.Equal(6, await Get<ITimelineQuery>().CountAsync(new() { RegionId = kyrgyz }, Cancellation));
        await db.Regions.Where(region => region.Id == kyrgyz).ExecuteDeleteAsync(Cancellation);

        Assert.Equal((3, 0), (await db.RegionTallies.SumAsync(tally => tally.Incidents, Cancellation), await db.RegionNameTallies.CountAsync(tally => tally.RegionId == kyrgyz, Cancellation)));
        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));

        async Task<int> CountAsync(Guid region) => (await Get<IRegionQuery>().SummariseAsync(region, new(2026, 1, 1), new(2026, 12, 31), Cancellation))!.Now.Incidents;
    }

    [Fact]
    public async Task Actor_WhoIsAddedWhileTheDayIsMoved_CountsOnTheNewDay()
    {
        var story = Many(1);
        var late = story.Actor("Late Front");
        await TellAsync(story);
        var region = (await Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Cancellation)).Value;
        await using var mover = Open();
        await using var adder = Open();
        if (!await mover.Actors.AnyAsync(actor => actor.Id == late.Id, Cancellation)) throw new InvalidOperationException("The actor is not there.");

        await using var moving = await mover.Database.BeginTransactionAsync(Cancellation);
        await mover.Database.ExecuteSqlRawAsync("UPDATE incidents SET timeline_date = '2026-05-05'", Cancellation);
        var adding = adder.Database.ExecuteSqlAsync($"INSERT INTO incident_actors (incident_id, actor_id, role, attribution) SELECT id, {late.Id}, 'Target', 'Confirmed' FROM incidents", Cancellation);
        await WaitsAsync();
        await moving.CommitAsync(Cancellation);
        await adding;

        Assert.Equal(0, await Get<ITallies>().CheckAsync(Cancellation));
        var summary = await Get<IRegionQuery>().SummariseAsync(region, new(2026, 5, 5), new(2026, 5, 5), Cancellation);
        Assert.Contains(summary!.Targets, actor => actor.Id == late.Id);

        async Task WaitsAsync()
        {
            await using var watch = Open();
            while (await watch.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync(Cancellation) == 0)
                await Task.Delay(20, Cancellation);
        }
    }

    private static Story Many(int count)
    {
        var story = new Story();
        var actors = new[] { story.Actor("Border Guards"), story.Actor("Smugglers"), story.Actor("Farmers") };
        var places = new[] { story.Place("Khorugh", "Gorno-Badakhshan", "TJ"), story.Place("Osh", "Osh", "KG"), story.Place("Panj", "Khatlon", "TJ") };
        for (var n = 0; n < count; n++)
        {
            var incident = story.Incident($"Incident {n}", new DateOnly(2026, 1, 1).AddDays(n % 60).ToString("O"), "Battles", places[n % 3], new CasualtyCount(n % 4, n % 4, n % 4));
            incident.PlacePrecision = PlacePrecision.Exact;
            story.Part(incident, actors[n % 3], ActorRole.Perpetrator);
            if (n % 2 == 0) story.Part(incident, actors[n % 3], ActorRole.Target); // One actor, two roles.
        }
        return story;
    }
}
