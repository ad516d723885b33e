using System.Diagnostics;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Views;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Desk;

/// <summary>What brings an incident up the queue: the reader's own watchlists, and who or where is new; with thousands that wait, too.</summary>
public sealed class DeskOrderTests(PostgresFixture postgres, ITestOutputHelper output) : StoreTest(postgres)
{
    private readonly Story _story = new();

    private IDeskQuery Desk => Get<IDeskQuery>();

    [Fact]
    public async Task Watchlist_BringsItsIncidentsUp_AndSaysWhich_ForItsOwnerAlone()
    {
        var (watched, khorog, elsewhere) = (_story.Actor("Jamaat Ansarullah", ActorKind.Rebel), _story.Place("Khorog", "Gorno-Badakhshan", "TJ"), _story.Place("Darwaz", "Badakhshan", "AF"));
        Told("Known of both", Story.Arrival.AddDays(-90), khorog, watched, IncidentStatus.Confirmed);
        Told("Known elsewhere", Story.Arrival.AddDays(-90), elsewhere, status: IncidentStatus.Confirmed);
        var differing = Told("Differing", Story.Arrival, elsewhere);
        differing.HasConflict = true;
        var (atPlace, withActor) = (Told("At the place", Story.Arrival, khorog), Told("With the actor", Story.Arrival.AddHours(1), elsewhere, watched));
        await TellAsync(_story);
        var (rosa, otto) = (await AccountAsync("Rosa", Role.Editor), await AccountAsync("Otto", Role.Editor));
        await WatchAsync("Pamir", rosa, new WatchedSubject(WatchedKind.Actor, watched.Id), new WatchedSubject(WatchedKind.Place, khorog.Id));

        var hers = await Desk.ItemsAsync(DeskLane.Review, rosa.Id, 10, Cancellation);
        var his = await Desk.ItemsAsync(DeskLane.Review, otto.Id, 10, Cancellation);

        Assert.Equal([withActor.Id, atPlace.Id, differing.Id], hers.Select(item => item.Row.Id));
        Assert.Equal([[new(DeskReasonKind.Watchlist, "Pamir")], [new(DeskReasonKind.Watchlist, "Pamir")], []], hers.Select(item => item.Reasons));
        Assert.Equal(differing.Id, his[0].Row.Id);
        Assert.All(his, item => Assert.Empty(item.Reasons));
        Assert.Equal(atPlace.Id, await Desk.NextAsync(DeskLane.Review, rosa.Id, withActor.Id, Cancellation));
    }

    [Fact]
    public async Task New_IsWhoAndWhereNoStandingIncidentHadBefore()
    {
        var (known, fresh, crowd) = (_story.Actor("Taliban", ActorKind.Rebel), _story.Actor("Jamaat Ansarullah", ActorKind.Rebel), _story.Actor("Residents", ActorKind.Civilian));
        var (old, young) = (_story.Place("Khorog", "Gorno-Badakhshan", "TJ"), _story.Place("Isfara", "Sughd", "TJ"));
        Told("Earlier", Story.Arrival.AddDays(-9), old, known, IncidentStatus.Confirmed);
        Told("Rejected", Story.Arrival.AddDays(-9), young, fresh, IncidentStatus.Rejected);
        var first = Told("First", Story.Arrival.AddHours(-2), young, fresh);
        var second = Told("Second", Story.Arrival.AddHours(-1), young, fresh);
        Told("Usual", Story.Arrival, old, known);
        Told("Crowd", Story.Arrival, old, crowd);
        Told("Guards", Story.Arrival, old, _story.Actor("border guards", ActorKind.State));
        await TellAsync(_story);

        var items = await Desk.ItemsAsync(DeskLane.Review, null, 10, Cancellation);

        Assert.Equal(first.Id, items[0].Row.Id);
        Assert.Equal([new(DeskReasonKind.NewActor, "Jamaat Ansarullah"), new(DeskReasonKind.NewProvince, "Sughd")], items[0].Reasons);
        Assert.All(items.Skip(1), item => Assert.Empty(item.Reasons));
        Assert.Contains(items, item => item.Row.Id == second.Id);
    }

    [Fact]
    public async Task Thousands_AreOrderedWithoutWaiting()
    {
        await using (var db = Open())
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO actors (id, name, name_key, kind) SELECT md5('a' || n)::uuid, 'Group ' || n, 'group ' || n, 'Rebel' FROM generate_series(1, 400) n;
                INSERT INTO places (id, name, admin1, country_code, latitude, longitude, key) SELECT md5('p' || n)::uuid, 'Place ' || n, 'Province ' || n % 60, 'AF', 34, 66, 'place ' || n FROM generate_series(1, 900) n;
                INSERT INTO incidents (id, title, event_type, sub_event_type, occurred_from, occurred_to, time_precision, timeline_date, place_id, place_precision, confidence, status, has_conflict, is_challenged, is_arranged,
                    report_count, source_count, is_demo, first_reported_at, last_reported_at, killed_low, killed_best, killed_high)
                SELECT md5('i' || n)::uuid, 'Attack ' || n, 'Battles', 'Armed clash', day, day, 'Day', day, md5('p' || 1 + n * 7 % 900)::uuid, 'Exact', 0.5 + n % 50 / 100.0, CASE WHEN n <= 10000 THEN 'Unreviewed' ELSE 'Confirmed' END, n % 9 = 0, false, false,
                    1, 1, false, day + time '08:00', day + time '08:00', n % 12, n % 12, n % 12
                FROM generate_series(1, 50000) n, LATERAL (SELECT date '2026-11-24' - n / 40 AS day) d;
                INSERT INTO incident_actors (incident_id, actor_id, role, attribution)
                SELECT md5('i' || n)::uuid, md5('a' || 1 + (n * 13 + k * 101) % 400)::uuid, CASE k WHEN 0 THEN 'Perpetrator' ELSE 'Target' END, 'Confirmed' FROM generate_series(1, 50000) n, generate_series(0, 1) k;
                ANALYZE;
                """, Cancellation);
        }
        var rosa = await AccountAsync("Rosa", Role.Editor);
        await using (var db = Open())
        {
            var watched = await db.Actors.OrderBy(actor => actor.Name).Take(20).Select(actor => new WatchedSubject(WatchedKind.Actor, actor.Id)).ToArrayAsync(Cancellation);
            await WatchAsync("Twenty", rosa, watched);
        }
        await Desk.ItemsAsync(DeskLane.Review, rosa.Id, 60, Cancellation); // Compiled, and the tables read.

        var began = Stopwatch.GetTimestamp();
        for (var run = 0; run < 5; run++) Assert.Equal(60, (await Desk.ItemsAsync(DeskLane.Review, rosa.Id, 60, Cancellation)).Count);
        var each = Stopwatch.GetElapsedTime(began).TotalMilliseconds / 5;

        output.WriteLine($"the first 60 of 10,000 that wait, of 50,000 incidents, in the desk's order: {each:F0} ms");
        Assert.InRange(each, 0, 1000);

        // What was looked up for a few is the order of all.
        var all = await Desk.ItemsAsync(DeskLane.Review, rosa.Id, 10_000, Cancellation);
        Assert.Equal(10_000, all.Count);
        Assert.Equal(all.Take(60).Select(item => item.Row.Id), (await Desk.ItemsAsync(DeskLane.Review, rosa.Id, 60, Cancellation)).Select(item => item.Row.Id));
        Assert.Equal(all[301].Row.Id, await Desk.NextAsync(DeskLane.Review, rosa.Id, all[300].Row.Id, Cancellation));
        Assert.Equal(all[200].Row.Id, await Desk.NextAsync(DeskLane.Review, rosa.Id, all[199].Row.Id, Cancellation));
    }

    private Incident Told(string title, DateTimeOffset arrived, Places.Place place, Actor? actor = null, IncidentStatus status = IncidentStatus.Unreviewed)
    {
        var incident = _story.Incident(title, place: place, status: status, arrived: arrived);
        if (actor is not null) _story.Part(incident, actor, ActorRole.Perpetrator);
        return incident;
    }

    private async Task WatchAsync(string name, Caller by, params WatchedSubject[] subjects)
    {
        var commands = Get<IViewCommands>();
        var list = await commands.MakeWatchlistAsync(name, false, by, Cancellation);
        Assert.Null(list.Error);
        foreach (var subject in subjects) Assert.Null((await commands.WatchAsync(list.Value, subject, true, by, Cancellation)).Error);
    }
}
