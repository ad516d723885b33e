using BorderWatch.Extraction;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Tests.Rulings;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Reprocessing;

/// <summary>A better extractor over what is stored: shown first, then applied, what editors ruled kept.</summary>
public sealed class ReprocessingTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private readonly ImprovedExtractor _extractor = new();

    [Fact]
    public async Task SameExtractor_FindsNoDifference()
    {
        await BombingAsync();

        Assert.Equal(new ReprocessResult(1, 0, 0, 0, 0, 0, null), await Reprocessing.CompareAsync(default, Amina, null, Stop));
    }

    [Fact]
    public async Task Compare_ShowsTheDifference_AndChangesNothing()
    {
        var incident = await BombingAsync();
        _extractor.Change = KilledIsFive;
        var seen = new Seen();

        var result = await Reprocessing.CompareAsync(default, Amina, seen, Stop);

        Assert.Equal(new ReprocessResult(1, 1, 0, 0, 1, 0, null), result);
        var report = Assert.Single(Assert.Single(seen.Articles).Reports);
        Assert.Equal((DifferenceKind.Changes, (Guid?)incident.Id), (report.Kind, report.IncidentId));
        var value = Assert.Single(report.Values);
        Assert.Equal((ClaimField.Killed, Exactly(4), Exactly(5)), (value.Field, value.Before.Single(), value.Now.Single()));
        Assert.Equal(4, (await FindAsync(incident.Id)).Killed.Best);
    }

    [Fact]
    public async Task Apply_SupersedesAndDerivesAnew_InTheSameIncident()
    {
        var incident = await BombingAsync();
        _extractor.Change = KilledIsFive;

        await Reprocessing.ApplyAsync(default, Amina, null, Stop);

        var after = await FindAsync(incident.Id);
        Assert.Equal((5, 1, 2), (after.Killed.Best!.Value, after.ReportCount, after.Reports.Count));
        Assert.Single(after.Reports, r => r.SupersededAt is not null);
        Assert.Single(Assert.Single(await ArticlesAsync()).Revisions);
        Assert.Contains(await HistoryAsync(incident.Id), r => r.Action == "changed by reading an article of First anew" && r.By == "Amina");
        Assert.Equal(0, (await Reprocessing.CompareAsync(default, Amina, null, Stop)).Differing);
    }

    [Fact]
    public async Task Apply_KeepsWhatAnEditorRuled_AndShowsItToThemAgain()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(6));
        _extractor.Change = KilledIsFive;

        await Reprocessing.ApplyAsync(default, Amina, null, Stop);

        var after = Assert.Single(await IncidentsAsync());
        Assert.Equal((incident.Id, 6, true), (after.Id, after.Killed.Best!.Value, after.IsChallenged));
    }

    [Fact]
    public async Task IncidentThatIsReadNoMore_Vanishes_AndThatOfAnEditorIsShown()
    {
        var incident = await BombingAsync();
        await CorrectAsync(incident.Id, ClaimField.Killed, Exactly(6));
        _extractor.Change = result => result with { Incidents = [] };

        var result = await Reprocessing.ApplyAsync(default, Amina, null, Stop);

        Assert.Equal((0, 1, 0), (result.Appearing, result.Vanishing, result.Changing));
        var after = await FindAsync(incident.Id);
        Assert.Equal((IncidentStatus.Unreviewed, true, 6), (after.Status, after.IsChallenged, after.Killed.Best!.Value));
    }

    [Fact]
    public async Task BrokenOffRun_IsTakenUpWhereItStopped()
    {
        for (var n = 0; n < 3; n++) await TellAsync("First", $"Bomb in a town, {n}", Sample.Bomb(((string[])["Herat", "Farah", "Ghazni"])[n]), id: $"{n}");
        _extractor.Change = KilledIsFive;
        using var broken = new CancellationTokenSource();
        var seen = new Seen { At = difference => { if (difference.Done == 2) broken.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reprocessing.ApplyAsync(default, Amina, seen, broken.Token));
        Assert.Equal([4, 5, 5], (await IncidentsAsync()).Select(i => i.Killed.Best!.Value).Order());
        var read = _extractor.Read;

        var result = await Reprocessing.ApplyAsync(default, Amina, seen, Stop);

        Assert.Equal((3, 3, 2), (result.Articles, result.Differing, result.TakenUpAfter));
        Assert.Equal([5, 5, 5], (await IncidentsAsync()).Select(i => i.Killed.Best!.Value));
        Assert.Equal(read + 1, _extractor.Read);
        Assert.Equal(0, (await Reprocessing.ApplyAsync(default, Amina, null, Stop)).TakenUpAfter);
    }

    [Fact]
    public async Task Scope_LeavesOthersAlone()
    {
        await TellAsync("First", "Bomb in Herat", Sample.Bomb("Herat"), "2026-11-10");
        await TellAsync("Second", "Bomb in Farah", Sample.Bomb("Farah"), "2026-11-18");
        Guid second;
        await using (var db = Pipeline.Open()) second = await db.Sources.Where(s => s.Name == "Second").Select(s => s.Id).SingleAsync(Stop);

        Assert.Equal(2, (await Reprocessing.CompareAsync(new(null, new(2026, 11, 10), new(2026, 11, 18)), Amina, null, Stop)).Articles);
        Assert.Equal(1, (await Reprocessing.CompareAsync(new(null, new(2026, 11, 11), null), Amina, null, Stop)).Articles);
        Assert.Equal(1, (await Reprocessing.CompareAsync(new(null, null, new(2026, 11, 17)), Amina, null, Stop)).Articles);
        Assert.Equal(1, (await Reprocessing.CompareAsync(new(second, null, null), Amina, null, Stop)).Articles);
    }

    internal override IArticleExtractor? Extractor() => _extractor;

    private IReprocessing Reprocessing => Pipeline.Get<IReprocessing>();

    private static ExtractionResult KilledIsFive(ExtractionResult result) => result with { Incidents = [.. result.Incidents.Select(i => i with { Killed = CasualtyRange.Exactly(5) })] };

    private sealed class ImprovedExtractor : IArticleExtractor
    {
        private readonly RuleExtractor _rules = new();

        public string Name => "rules/1";

        public Func<ExtractionResult, ExtractionResult> Change { get; set; } = result => result;

        public int Read { get; private set; }

        public ExtractionResult Extract(ArticleText article)
        {
            Read++;
            return Change(_rules.Extract(article));
        }
    }

    private sealed class Seen : IProgress<ArticleDifference>
    {
        public List<ArticleDifference> Articles { get; } = [];

        public Action<ArticleDifference> At { get; init; } = _ => { };

        public void Report(ArticleDifference value)
        {
            Articles.Add(value);
            At(value);
        }
    }
}
