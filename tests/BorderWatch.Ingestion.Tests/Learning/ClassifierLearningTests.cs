using System.Security.Cryptography;
using System.Text;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Tests.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Learning;

/// <summary>Editors of an installation reject what an outlet tells of camel races, and call its clashes at checkpoints attacks.</summary>
public sealed class ClassifierLearningTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const string Race = "Riders clash in a camel race";
    private const string RaceText = "Two riders were killed when gunmen attacked a camel race in Bannu in Pakistan on Tuesday, officials said.";
    private const string Clash = "Battles|Armed clash";
    private const string Attack = "Violence against civilians|Attack";

    private static readonly string[] s_towns = ["Bannu", "Kohat", "Tank", "Quetta", "Herat", "Farah", "Khost", "Gardez"];

    [Fact]
    public async Task WhatEditorsReject_IsDoubted_OnceItBeatsTheRulesAndIsOn_AndNothingIsLeftOut()
    {
        var source = await SourceAsync("Racing Post", "https://racing.example/feed");
        await StoreAsync(source, incidents: 130, races: 80);
        var before = await ConfidenceAsync(source, 1);
        await LearnAsync();

        var row = Assert.Single((await ReadAsync()).Things, t => t.Kind == LearntKind.Relevance);
        Assert.Equal((210, 130), (row.Figures.Tested, row.Figures.RulesRight));
        Assert.True(row.Figures.LearntRight > 200, $"{row.Figures}");
        Assert.Equal(before, await ConfidenceAsync(source, 2), 6);
        await SwitchAsync(row.Id, true);

        var doubted = await ConfidenceAsync(source, 3);
        Assert.InRange(doubted, 0, 0.5);
        // It says so, and lies on the desk beside others of its kind.
        var unlikely = Assert.Single(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.Unlikely, null, 10, Stop));
        Assert.Equal(doubted, unlikely.Likelihood!.Value, 6);
        Assert.Equal(1, (await Pipeline.Get<IDeskQuery>().CountAsync(null, Stop)).Unlikely);
        var told = Assert.Single((await Pipeline.Get<IIncidentQuery>().FindAsync(unlikely.Row.Id, Stop))!.Reports);
        Assert.Equal((before, doubted), (told.RulesConfidence!.Value, told.IncidentLikelihood!.Value));
        var other = await TakeAsync(source, "Soldiers clash with gunmen near Bannu", "Soldiers clashed with gunmen near Bannu in Pakistan on Tuesday, officials said.", "2026-06-10", id: "likely");
        Assert.DoesNotContain(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.Unlikely, null, 10, Stop), item => item.Row.Id == other.Incidents[0]);
        await SwitchAsync(row.Id, false);
        Assert.Empty(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.Unlikely, null, 10, Stop));
        Assert.Equal(before, await ConfidenceAsync(source, 4), 6);
        // Reading anew brings the confidence of the rules back.
        var run = await Pipeline.Get<IReprocessing>().ApplyAsync(new(source.Id, new(2026, 3, 1), null), Amina, null, Stop);
        Assert.Equal(1, run.Changing);
        await using var db = Pipeline.Open();
        Assert.All(await db.Reports.Where(r => r.SupersededAt == null && db.Articles.Any(a => a.Id == r.ArticleId && a.FeedItemId!.StartsWith("new-"))).Select(r => r.Confidence).ToListAsync(Stop), c => Assert.Equal(before, c, 6));
    }

    [Fact]
    public async Task FewIncidents_AreShown_AndCannotBeSwitchedOn()
    {
        var source = await SourceAsync("Racing Post", "https://racing.example/feed");
        await StoreAsync(source, incidents: 40, races: 30);
        await LearnAsync();

        var row = Assert.Single((await ReadAsync()).Things, t => t.Kind == LearntKind.Relevance);

        Assert.Equal("It cannot be switched on. It was tested on 70 incidents, and needs 200.", (await Pipeline.Get<ILearningCommands>().SwitchAsync(row.Id, true, Amina, Stop)).Error);
    }

    [Fact]
    public async Task TypesThatEditorsGive_TakeThePlaceOfTheRules_AndTheClaimSaysSo()
    {
        var source = await SourceAsync("Checkpoint Times", "https://checkpoint.example/feed");
        await StoreAsync(source, incidents: 220, races: 0, types: true);
        await LearnAsync();

        var row = Assert.Single((await ReadAsync()).Things, t => t.Kind == LearntKind.EventType);
        Assert.Equal((220, 110), (row.Figures.Tested, row.Figures.RulesRight));
        Assert.Null(row.Figures.Lacks(row.Kind));
        await SwitchAsync(row.Id, true);
        var taken = await TakeAsync(source, "Gunmen clash with guards at a checkpoint", "Gunmen clashed with guards at a checkpoint in Bannu in Pakistan on Tuesday, officials said.", "2026-03-10", id: "new-1");

        var incident = await FindAsync(Assert.Single(taken.Incidents));
        Assert.Equal(Attack, $"{incident.EventType}|{incident.SubEventType}");
        Assert.All(incident.Reports.Single().Claims, claim => Assert.Equal(claim.Field == ClaimField.Kind, LearntClaims.Are(claim.Extractor)));
    }

    [Fact]
    public void SameSamples_GiveTheSameAnswers()
    {
        WordSample[] samples = [.. Enumerable.Range(0, 60).Select(n => new WordSample { Words = n % 2 == 0 ? $"bomb kills {s_towns[n % 8]}" : $"race won {s_towns[n % 7]}", Kind = Clash, Label = n % 2 == 0 ? "incident" : "none" })];
        var (one, other) = (WordClassifier.Open(WordClassifier.Train(samples)), WordClassifier.Open(WordClassifier.Train(samples)));
        Assert.All(samples, s => Assert.Equal(one.Ask(s.Words, s.Kind), other.Ask(s.Words, s.Kind)));
        Assert.Equal("none", one.Ask("a race was won", Clash).Label);
    }

    [Fact]
    public void Folds_KeepAnIncidentTogether_AndEachLabelInAll()
    {
        var incidents = Enumerable.Range(0, 100).Select(n => (Incident: Guid.CreateVersion7(), Label: n < 20 ? "a" : "b")).ToList();
        var folds = GroupedFolds.Of(incidents.Concat(incidents));
        Assert.Equal(100, folds.Count);
        Assert.All(incidents.GroupBy(i => (i.Label, Fold: folds[i.Incident])).GroupBy(of => of.Key.Label), of => Assert.Equal([of.Key == "a" ? 4 : 16], of.Select(fold => fold.Count()).Distinct()));
        Assert.Equal(folds, GroupedFolds.Of(Enumerable.Reverse(incidents)));
    }

    // As articles leave them: an incident, its article, a report with its claims.
    private async Task StoreAsync(Source source, int incidents, int races, bool types = false)
    {
        await using var db = Pipeline.Open();
        for (var n = 0; n < incidents + races; n++)
        {
            var (isRace, isCheckpoint) = (n >= incidents, types && n % 2 == 0);
            var town = s_towns[n % s_towns.Length];
            var title = isRace ? $"{Race} in {town}" : isCheckpoint ? $"Gunmen clash with guards at a checkpoint in {town}" : $"Soldiers clash with gunmen near {town}";
            var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(n);
            var article = new Article { SourceId = source.Id, FeedItemId = $"old-{n}", FirstSeenAt = day, PublishedAt = day };
            var revision = new ArticleRevision { ArticleId = article.Id, Number = 1, Title = title, Text = title, Language = "en", ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(title + n)), FetchedAt = day };
            var kind = JudgedReport.KindOf(isCheckpoint ? Attack : Clash);
            var incident = new Incident
            {
                Title = title,
                EventType = kind.EventType,
                SubEventType = kind.SubEventType,
                TimelineDate = DateOnly.FromDateTime(day.UtcDateTime),
                FirstReportedAt = day,
                LastReportedAt = day,
                Status = isRace ? IncidentStatus.Rejected : IncidentStatus.Confirmed,
                RejectionReason = isRace ? RejectionReason.NotSecurity : null,
                Confidence = 0.9,
            };
            var report = new Report { IncidentId = incident.Id, ArticleId = article.Id, ArticleRevisionId = revision.Id, Title = title, Confidence = 0.9, CreatedAt = day };
            report.Claims.Add(new Claim { ReportId = report.Id, Field = ClaimField.Kind, Value = JudgedReport.KindOf(Clash).ToJson(), Quote = title, QuoteStart = 0, QuoteEnd = title.Length, InTitle = true, Extractor = "rules/1" });
            article.Revisions.Add(revision);
            db.AddRange(article, incident, report);
        }
        await db.SaveChangesAsync(Stop);
    }

    private async Task<double> ConfidenceAsync(Source source, int number)
    {
        var taken = await TakeAsync(source, Race, RaceText, new DateOnly(2026, 3, 3).AddDays(14 * number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), id: $"new-{number}");
        return (await FindAsync(Assert.Single(taken.Incidents))).Reports.Single(r => r.Title.Length > 0 && r.SupersededAt is null).Confidence;
    }

    private async Task LearnAsync() => Done(await Pipeline.Get<ILearningWork>().LearnAsync(Caller.Program, Stop));

    private async Task<LearningReport> ReadAsync() => Done(await Pipeline.Get<ILearningQuery>().ReadAsync(new(2000, 1, 1), Amina, Stop));

    private async Task SwitchAsync(Guid thing, bool on) => Assert.Null((await Pipeline.Get<ILearningCommands>().SwitchAsync(thing, on, Amina, Stop)).Error);
}
