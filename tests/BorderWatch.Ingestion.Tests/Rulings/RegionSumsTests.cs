using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>The sums of regions after whatever editors do: what the incidents themselves say.</summary>
public sealed class RegionSumsTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const int Edits = 300;

    private readonly Random _random = new(20261130);

    [Fact]
    public async Task Sums_AfterEditsAtRandom_AreThoseOfTheIncidents()
    {
        Assert.Null((await Pipeline.Get<IDemoData>().LoadAsync(Caller.Local, null, Stop)).Error);
        var done = new Dictionary<string, int>();
        for (var edit = 0; edit < Edits; edit++)
        {
            var (name, error) = await EditAsync();
            if (error is null) done[name] = done.GetValueOrDefault(name) + 1;
            if (edit % 100 == 50) await Pipeline.Get<ITallies>().FoldAsync(Stop);
        }

        Assert.Equal(["corrected", "merged", "reviewed", "split", "undone"], done.Keys.Order(StringComparer.Ordinal));
        Assert.All(done.Values, times => Assert.InRange(times, 5, Edits));
        Assert.Equal(0, await Pipeline.Get<ITallies>().CheckAsync(Stop));
        foreach (var region in await Pipeline.Get<IRegionQuery>().ListAsync(Stop)) await AssertAgreesAsync(region);
    }

    private async Task AssertAgreesAsync(Region region)
    {
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var summary = (await Pipeline.Get<IRegionQuery>().SummariseAsync(region.Id, from, to, Stop))!;
        var listed = new TimelineFilter { RegionId = region.Id, From = from, To = to };
        Assert.NotEqual(0, summary.Now.Incidents);
        Assert.Equal(await CountAsync(listed), summary.Now.Incidents);
        Assert.Equal(await CountAsync(listed with { InConflict = true }), summary.Now.InConflict);
        Assert.Equal(await CountAsync(listed with { WithoutToll = true }), summary.Now.WithoutToll);
        foreach (var type in summary.Now.ByType) Assert.Equal(await CountAsync(listed with { EventTypes = [type.Name] }), type.Count);
        foreach (var area in summary.Areas.Where(area => area.Admin1 is not null)) Assert.Equal(await CountAsync(listed with { Countries = [area.CountryCode], Admin1 = area.Admin1 }), area.Count);
        foreach (var actor in summary.Targets) Assert.Equal(await CountAsync(listed with { Actors = [new(actor.Id, ActorRole.Target)] }), actor.Count);
        Assert.NotEmpty(summary.TargetKinds);
        foreach (var target in summary.TargetKinds) Assert.Equal(await CountAsync(listed with { TargetKinds = [target.Kind] }), target.Now);
        var page = await Pipeline.Get<ITimelineQuery>().PageAsync(listed, null, 1000, Stop);
        Assert.Equal(page.Rows.Sum(row => row.Killed.Best ?? row.Killed.Low ?? 0), summary.Now.Killed.Best ?? 0);
        Assert.Equal(page.Rows.Select(row => row.Killed.Best ?? row.Killed.Low ?? 0).Where(killed => killed > 0).OrderDescending().Take(10), summary.Gravest.Select(row => row.Killed.Best ?? row.Killed.Low ?? 0));
    }

    private Task<int> CountAsync(TimelineFilter filter) => Pipeline.Get<ITimelineQuery>().CountAsync(filter, Stop);

    private async Task<(string Name, string? Error)> EditAsync()
    {
        await using var db = Pipeline.Open();
        var standing = await db.Incidents.AsNoTracking().Where(i => i.MergedIntoId == null).OrderBy(i => i.Id).Select(i => new { i.Id, i.Status, i.ReportCount }).ToListAsync(Stop);
        var (one, other) = (standing[_random.Next(standing.Count)], standing[_random.Next(standing.Count)]);
        switch (_random.Next(10))
        {
            case 0 or 1:
                var to = (IncidentStatus)_random.Next(3);
                var because = to == IncidentStatus.Rejected ? RejectionReason.Unverified : default(RejectionReason?);
                return ("reviewed", (await Pipeline.Get<IReviewCommands>().ReviewAsync([(one.Id, one.Status)], to, because, null, Amina, Stop)).Error);
            case 2 when one.Id != other.Id && standing.Count > 15:
                return ("merged", (await Merges.MergeAsync(one.Id, [other.Id], null, Amina, Stop)).Error);
            case 3 or 4 when standing.Where(i => i.ReportCount > 1).MinBy(_ => _random.Next()) is { } many:
                var report = await db.Reports.Where(r => r.IncidentId == many.Id && r.SupersededAt == null).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(Stop);
                return ("split", (await Merges.SplitAsync(many.Id, [report], null, Amina, Stop)).Error);
            case 5:
                return ("undone", (await Undos.UndoLastAsync(Amina, Stop)).Error);
            default:
                var (field, values) = Value();
                return ("corrected", (await Rulings.CorrectAsync(new(one.Id, field, values, null, null, (await StandingAsync(one.Id, field))?.Id), Amina, Stop)).Error);
        }
    }

    private (ClaimField Field, ClaimValue[] Values) Value()
    {
        var few = _random.Next(1, 5);
        return _random.Next(6) switch
        {
            0 => (ClaimField.Killed, [few > 3 ? new ClaimValue.Casualties(few, null, null) : new ClaimValue.Casualties(few, few + 1, few + 3)]),
            1 => (ClaimField.Kind, [few > 2 ? new ClaimValue.Kind("Battles", "Armed clash") : new ClaimValue.Kind("Protests", "Peaceful protest")]),
            2 => (ClaimField.Occurred, [new ClaimValue.Occurred(new(2026, 10, few), new(2026, 10, 6 * few), TimePrecision.Day)]),
            3 => (ClaimField.Place, [few > 2 ? new ClaimValue.Place("Panj", null, "Khatlon", "TJ", 37.24, 69.1, PlacePrecision.Exact, null) : new ClaimValue.Place("Ishkashim", null, "Gorno-Badakhshan", "TJ", 36.72, 71.61, PlacePrecision.Near, null)]),
            4 => (ClaimField.Actor, few > 3 ? [] : [new ClaimValue.Actor($"Front {few}", ActorRole.Perpetrator, Attribution.Claimed, ActorKind.Rebel, null), new ClaimValue.Actor("Chinese miners", ActorRole.Target, Attribution.Confirmed, ActorKind.Civilian, few > 1 ? "CN" : null), new ClaimValue.Actor("Border Guards", few > 1 ? ActorRole.Target : ActorRole.Responder, Attribution.Confirmed, ActorKind.State, "TJ")]),
            _ => (ClaimField.Weapon, [new ClaimValue.Text(few > 2 ? "mortar" : "drone")]),
        };
    }
}
