using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Tests.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using PlacePrecision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Tests.Learning;

/// <summary>"Hyderabad" is India's to the rules; in an outlet of Sindh it is Sindh's, as editors rule again and again.</summary>
public sealed class PlaceLearningTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private static readonly ClaimValue.Place s_sindhs = Sindhs();

    private ILearningWork Work => Pipeline.Get<ILearningWork>();

    private ILearningCommands Commands => Pipeline.Get<ILearningCommands>();

    [Fact]
    public async Task Corrections_TeachANameInItsOutlet_WhichHasASayOnceItIsSwitchedOn()
    {
        var taught = await TeachAsync("Morning Wire", 3);
        Assert.Equal(("pipeline", 3, 1, 0), await LearnAsync());

        var row = Assert.Single((await ReadAsync()).Things);
        Assert.Equal((LearntKind.PlacePreference, "Morning Wire", "Hyderabad", "PK", 3, 1), (row.Kind, row.SourceName, row.Subject, ((ClaimValue.Place)row.Value!).CountryCode, row.Learnt, row.Editors));
        Assert.Equal(new CrossValidation(3, 0, 3, 0, 3), row.Figures);
        Assert.Equal(taught.Order(), row.Evidence.Select(e => e.IncidentId).Order());
        Assert.All(row.Evidence, e => Assert.Equal(("Amina", false, true), (e.RuledBy, e.RulesRight, e.LearntRight)));

        // Nothing has a say before somebody says so.
        Assert.Equal("IN", (await ReadPlaceAsync("Morning Wire", 40)).Country);
        await SwitchAsync(row.Id, true);
        var (country, extractor, incident) = await ReadPlaceAsync("Morning Wire", 50);
        Assert.Equal(("PK", "rules/1+learnt"), (country, extractor));
        Assert.All((await FindAsync(incident)).Reports.Single().Claims.Where(c => c.Field != ClaimField.Place), c => Assert.Equal("rules/1", c.Extractor));
        Assert.Equal(("IN", "rules/1"), (await ReadPlaceAsync("Evening Wire", 60)) is var other ? (other.Country, other.Extractor) : default);
        // The text's own words outrank what is usual.
        Assert.Equal("IN", (await ReadPlaceAsync("Morning Wire", 70, "Hyderabad, Telangana, India,")).Country);

        // Off again: the next article is read by the rules, and reading anew brings the old ones back.
        await SwitchAsync(row.Id, false);
        Assert.Equal("IN", (await ReadPlaceAsync("Morning Wire", 80)).Country);
        Assert.Equal("PK", (await FindAsync(incident)).Place!.CountryCode);
        await Pipeline.Get<IReprocessing>().ApplyAsync(default, Amina, null, Stop);
        Assert.Equal("IN", (await FindAsync(incident)).Place!.CountryCode);
        foreach (var id in taught) Assert.Equal("PK", (await FindAsync(id)).Place!.CountryCode); // What was ruled stays.
        await using var db = Pipeline.Open();
        Assert.Equal(["switched on", "switched off"], await db.Revisions.Where(r => r.SubjectType == "learning").OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Action).ToListAsync(Stop));
        await AssertChainHoldsAsync();
    }

    [Fact]
    public async Task TwoCorrections_AreTooFew_AndSwitchingOnIsRefused()
    {
        await TeachAsync("Morning Wire", 2);
        await LearnAsync();
        Assert.Empty((await ReadAsync()).Things);

        await TeachAsync("Morning Wire", 1, from: 2);
        await ConfirmAsync((await ReadPlaceAsync("Morning Wire", 90)).Incident); // Once it was India's.
        await LearnAsync();

        var row = Assert.Single((await ReadAsync()).Things);
        Assert.Equal(new CrossValidation(4, 1, 3, 1, 3), row.Figures);
        var refused = await Commands.SwitchAsync(row.Id, true, Amina, Stop);
        Assert.StartsWith("It cannot be switched on. It mends 3 but spoils 1 of 4", refused.Error, StringComparison.Ordinal);
        Assert.False(Assert.Single((await ReadAsync()).Things).IsOn);
    }

    [Fact]
    public async Task LearningAnew_SwitchesOff_WhatRulingsDoNotBearOutAnyMore()
    {
        var taught = await TeachAsync("Morning Wire", 3);
        await LearnAsync();
        var row = Assert.Single((await ReadAsync()).Things);
        await SwitchAsync(row.Id, true);
        Assert.Equal(0, (await LearnAsync()).Off);
        Assert.True(Assert.Single((await ReadAsync()).Things).IsOn);

        foreach (var id in taught) Done(await Rulings.WithdrawAsync((await StandingAsync(id, ClaimField.Place))!.Id, "wrong town", Amina, Stop));

        Assert.Equal(1, (await LearnAsync()).Off);
        Assert.Empty((await ReadAsync()).Things);
        Assert.Equal("IN", (await ReadPlaceAsync("Morning Wire", 50)).Country);
        await using var db = Pipeline.Open();
        Assert.Equal(("pipeline", "No rulings teach it any more."), (await db.Revisions.Where(r => r.Action == "switched off").SingleAsync(Stop)) is var off ? (off.By, off.Reason) : default);
    }

    [Fact]
    public async Task SameRulings_TeachTheSame_AndTheScheduleLearnsOnceADayWhereSomebodyRuled()
    {
        await TeachAsync("Morning Wire", 3);
        var schedule = Schedule();
        await schedule.LearnInTurnAsync(Stop);
        var first = await ReadAsync();
        Pipeline.Clock.Shows += TimeSpan.FromHours(2);
        await schedule.LearnInTurnAsync(Stop);
        Assert.Equal(first.LastRun!.Id, (await ReadAsync()).LastRun!.Id);
        Pipeline.Clock.Shows += TimeSpan.FromHours(23);
        await schedule.LearnInTurnAsync(Stop); // Nobody ruled since.
        Assert.Equal(first.LastRun!.Id, (await ReadAsync()).LastRun!.Id);
        await LearnAsync();
        Assert.Equal(first.Things.Select(t => (t.Id, t.Figures, t.Value)), (await ReadAsync()).Things.Select(t => (t.Id, t.Figures, t.Value)));
    }

    private LearningSchedule Schedule() => new(
        Pipeline.Get<IDbContextFactory<Store.BorderWatchDbContext>>(), Pipeline.Get<LearningWork>(), Pipeline.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<LearningSchedule>.Instance);

    private async Task<List<Guid>> TeachAsync(string outlet, int times, int from = 0)
    {
        var taught = new List<Guid>();
        for (var n = from; n < from + times; n++)
        {
            var (country, _, incident) = await ReadPlaceAsync(outlet, 10 * n);
            Assert.Equal("IN", country);
            await CorrectAsync(incident, ClaimField.Place, s_sindhs);
            taught.Add(incident);
        }
        return taught;
    }

    /// <summary>An article of its own day, and where its incident was read to be.</summary>
    private async Task<(string? Country, string Extractor, Guid Incident)> ReadPlaceAsync(string outlet, int day, string where = "Hyderabad")
    {
        var published = new DateOnly(2026, 1, 5).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var taken = await TellAsync(outlet, "", $"Gunmen shot dead {(day / 10) + 2} traders in {where} on Sunday, officials said.", published, $"{outlet}-{day}");
        var incident = await FindAsync(Assert.Single(taken.Incidents));
        Assert.Single(incident.Reports);
        var claim = incident.Reports[0].Claims.First(c => c.Field == ClaimField.Place);
        return (((ClaimValue.Place)ClaimValue.Parse(claim.Value)).CountryCode, claim.Extractor, incident.Id);
    }

    private async Task ConfirmAsync(Guid incident) =>
        Done(await Reviews.ReviewAsync([(incident, IncidentStatus.Unreviewed)], IncidentStatus.Confirmed, null, null, Boris, Stop));

    private async Task SwitchAsync(Guid thing, bool on)
    {
        var switched = await Commands.SwitchAsync(thing, on, Amina, Stop);
        Assert.Equal((on, null), (switched.Value, switched.Error));
    }

    private async Task<(string By, int Incidents, int Things, int Off)> LearnAsync()
    {
        var run = Done(await Work.LearnAsync(Caller.Program, Stop));
        return (run.By, run.Incidents, run.Things, run.SwitchedOff);
    }

    private async Task<LearningReport> ReadAsync() => Done(await Pipeline.Get<ILearningQuery>().ReadAsync(new(2000, 1, 1), Amina, Stop));

    private static ClaimValue.Place Sindhs()
    {
        var place = Gazetteer.Shared.Find("Hyderabad").First(p => p.Country == "PK");
        return new(place.Name, place.Admin2, place.Admin1, place.Country, place.Latitude, place.Longitude, PlacePrecision.Exact, place.GeonameId);
    }
}
