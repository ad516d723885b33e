using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Tests.Regions;

public sealed class RegionSummaryTests(World world) : IClassFixture<World>
{
    private static readonly DateOnly From = new(2026, 6, 10);
    private static readonly DateOnly To = new(2026, 8, 20);
    private static readonly DateOnly Start = From.AddDays(-(To.DayNumber - From.DayNumber + 1));

    [Fact]
    public async Task Figures_AgreeWithPlainCounting()
    {
        var summary = await SummariseAsync();

        AssertFigures(Between(From, To), summary.Now);
        AssertFigures(Between(Start, From.AddDays(-1)), summary.Before);
        Assert.Equal(Between(From, To).Count(i => i.Incident.Status == IncidentStatus.Unreviewed), summary.Now.Unreviewed);
        Assert.NotEqual(summary.Now.Incidents, summary.Before.Incidents);
    }

    [Fact]
    public async Task Trend_HasEveryWeekAndTypeOfBothPeriods()
    {
        var summary = await SummariseAsync();

        Assert.Equal((Start, To), (summary.Trend[0].From, summary.Trend[^1].To));
        Assert.Equal(World.Types.Order(), summary.Trend.Select(step => step.EventType).Distinct().Order());
        Assert.All(summary.Trend, step => Assert.Equal(
            Between(step.From, step.To).Count(i => i.Incident.EventType == step.EventType), step.Count));
        Assert.All(summary.Trend.Where(step => step.From != Start && step.From != From), step => Assert.Equal(6, step.To.DayNumber - step.From.DayNumber));
        Assert.All(summary.Trend, step => Assert.Equal(step.To < From, step.IsBefore));
    }

    [Fact]
    public async Task Trend_OfALongPeriod_GoesByMonth()
    {
        var summary = await world.Store.Get<IRegionQuery>().SummariseAsync(world.Region, new(2026, 1, 15), new(2026, 10, 31), TestContext.Current.CancellationToken);

        Assert.Equal(["2026-01-15", "2026-02-01", "2026-03-01"], summary!.Trend.Where(step => !step.IsBefore).Select(step => step.From.ToString("yyyy-MM-dd")).Distinct().Take(3));
        Assert.Equal(summary.Now.Incidents, summary.Trend.Where(step => !step.IsBefore).Sum(step => step.Count));
    }

    [Fact]
    public async Task YearBefore_CountsTheSameDays()
    {
        var summary = await world.Store.Get<IRegionQuery>().SummariseAsync(world.Region, From.AddYears(1), To.AddYears(1), TestContext.Current.CancellationToken);

        Assert.Equal(Between(From, To).Count, summary!.YearBefore.Incidents);
        Assert.Equal((0, summary.YearBefore.Incidents), (summary.ChangeOverYear.Now, summary.ChangeOverYear.Before));
        Assert.Equal(ChangeVerdict.Fewer, summary.ChangeOverYear.Verdict);
    }

    [Fact]
    public async Task Lists_HoldTheMostFrequentAndTheGravest()
    {
        var now = Between(From, To);

        var summary = await SummariseAsync();

        Assert.Equal(
            now.GroupBy(i => (i.Place!.CountryCode, i.Place.Admin1)).ToDictionary(area => area.Key, area => area.Count()),
            summary.Areas.ToDictionary(area => ((string?)area.CountryCode, area.Admin1), area => area.Count));
        Assert.Equal(
            now.SelectMany(i => i.Actors).GroupBy(actor => actor.Id).ToDictionary(actor => actor.Key, actor => actor.Count()),
            summary.Perpetrators.ToDictionary(actor => actor.Id, actor => actor.Count));
        Assert.Equal(
            now.Where(i => i.Actors.Count > 0).GroupBy(i => i.Actors[0].Id).ToDictionary(actor => actor.Key, actor => actor.Count()),
            summary.Targets.ToDictionary(actor => actor.Id, actor => actor.Count));
        Assert.Equal(
            now.Select(i => i.Incident.Killed.Best ?? i.Incident.Killed.Low ?? 0).Where(killed => killed > 0).OrderDescending().Take(10),
            summary.Gravest.Select(row => row.Killed.Best ?? row.Killed.Low!.Value));
    }

    [Theory]
    [InlineData("2026-06-10", "2026-08-20")]
    [InlineData("2026-01-20", "2026-11-10")]
    public async Task ActorTrends_AreTheStepsOfTheSummarysTrend(string from, string to)
    {
        var (first, last) = (DateOnly.Parse(from), DateOnly.Parse(to));
        var summary = await world.Store.Get<IRegionQuery>().SummariseAsync(world.Region, first, last, TestContext.Current.CancellationToken);

        var steps = summary!.Trend.Where(count => !count.IsBefore).Select(count => (count.From, count.To)).Distinct().ToList();
        Assert.NotEmpty(summary.Targets);
        Assert.All(summary.Targets, target => Assert.Equal(
            steps.Select(step => Between(step.From, step.To).Count(i => i.Actors.Count > 0 && i.Actors[0].Id == target.Id)), summary.ActorTrends.Of(target.Id, ActorRole.Target)));
        Assert.All(summary.Perpetrators, actor => Assert.Equal(actor.Count, summary.ActorTrends.Of(actor.Id, ActorRole.Perpetrator).Sum()));
        Assert.All(summary.ActorTrends.Of(Guid.NewGuid(), ActorRole.Target), count => Assert.Equal(0, count));
    }

    [Theory]
    [InlineData("2026-06-10", "2026-08-20")]
    [InlineData("2026-01-20", "2026-11-10")]
    [InlineData("2026-03-01", "2026-03-31")]
    public async Task TargetKinds_AgreeWithTheTimeline_InEveryPeriodAndStep(string from, string to)
    {
        var (first, last) = (DateOnly.Parse(from), DateOnly.Parse(to));
        var summary = (await world.Store.Get<IRegionQuery>().SummariseAsync(world.Region, first, last, TestContext.Current.CancellationToken))!;

        Assert.Equal([TargetKind.Health, TargetKind.ForeignNationals, TargetKind.Mining], summary.TargetKinds.Select(count => count.Kind).OrderBy(kind => kind != TargetKind.Health).ThenBy(kind => kind));
        foreach (var count in summary.TargetKinds)
        {
            Assert.Equal(await HitAsync(first, last), count.Now);
            Assert.Equal(await HitAsync(first.AddDays(first.DayNumber - last.DayNumber - 1), first.AddDays(-1)), count.Before);
            Assert.Equal(await HitAsync(first.AddYears(-1), last.AddYears(-1)), count.YearBefore);
            var steps = summary.Trend.Where(step => !step.IsBefore).Select(step => (step.From, step.To)).Distinct().ToList();
            List<int> trend = [];
            foreach (var step in steps) trend.Add(await HitAsync(step.From, step.To));
            Assert.Equal(trend, count.Trend);

            Task<int> HitAsync(DateOnly begin, DateOnly end) => world.Store.Get<ITimelineQuery>().CountAsync(
                new() { RegionId = world.Region, From = begin, To = end, TargetKinds = [count.Kind] }, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Areas_AreWhereIncidentsWereReportedFrom()
    {
        var areas = await world.Store.Get<IRegionQuery>().AreasAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            world.Shown.Where(i => i.Place?.CountryCode is not null).GroupBy(i => (i.Place!.CountryCode, i.Place.Admin1)).ToDictionary(area => area.Key, area => area.Count()),
            areas.ToDictionary(area => ((string?)area.CountryCode, area.Admin1), area => area.Count));
    }

    [Fact]
    public async Task Comparison_CountsBothPeriodsOfEachRegion_AndTheCalendarItsDays()
    {
        var query = world.Store.Get<IRegionComparison>();
        var then = new DaySpan(From.AddYears(-1), To.AddYears(-1));

        var comparison = await query.CompareAsync([world.Region, Guid.NewGuid(), world.Region], new(From, To), new(Start, From.AddDays(-1)), TestContext.Current.CancellationToken);

        var region = Assert.Single(comparison.Regions);
        AssertFigures(Between(From, To), region.Now.Figures);
        AssertFigures(Between(Start, From.AddDays(-1)), region.Then!.Figures);
        Assert.Equal(region.Now.Figures.Incidents, region.Now.Trend.Sum(step => step.Count));
        Assert.Equal(region.Then.Figures.Incidents, region.Then.Trend.Sum(step => step.Count));
        Assert.Equal((region.Now.Figures.Incidents, region.Then.Figures.Incidents), (region.Change!.Now, region.Change.Before));
        Assert.Equal(
            Between(From, To).SelectMany(i => i.Actors).GroupBy(actor => actor.Id).ToDictionary(actor => actor.Key, actor => actor.Count()),
            region.Actors.GroupBy(actor => actor.Id).ToDictionary(actor => actor.Key, actor => actor.Sum(roles => roles.Count)));
        Assert.Null((await query.CompareAsync([world.Region], new(From, To), then with { To = then.To.AddDays(9) }, TestContext.Current.CancellationToken)).Regions[0].Change);
        var calendar = await query.CalendarAsync(world.Region, From.Year, TestContext.Current.CancellationToken);
        var year = Between(new(From.Year, 1, 1), new(From.Year, 12, 31));
        Assert.Equal(year.GroupBy(i => i.Incident.TimelineDate).ToDictionary(day => day.Key, day => day.Count()), calendar!.Days);
        Assert.Equal(year.Min(i => i.Incident.TimelineDate), calendar.KnownSince);
        Assert.Null(await query.CalendarAsync(Guid.NewGuid(), 2026, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_IsUnsaidNotZero()
    {
        var summary = await world.Store.Get<IRegionQuery>().SummariseAsync(
            world.Region, new(1999, 1, 1), new(1999, 1, 31), TestContext.Current.CancellationToken);

        Assert.Equal(0, summary!.Now.Incidents);
        Assert.Equal(CasualtyCount.Unsaid, summary.Now.Killed);
        Assert.Empty(summary.Trend);
        Assert.Null(summary.Firsts.KnownSince);
    }

    [Fact]
    public async Task Unknown_IsNull() => Assert.Null(await world.Store.Get<IRegionQuery>().SummariseAsync(
        Guid.NewGuid(), From, To, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Summary_TakesAFixedNumberOfCommands()
    {
        world.Store.Commands.Reset();

        await SummariseAsync();

        Assert.Equal(13, world.Store.Commands.Sql.Count);
    }

    private static void AssertFigures(IReadOnlyList<WorldIncident> expected, PeriodFigures figures)
    {
        Assert.Equal(expected.Count, figures.Incidents);
        Assert.Equal(
            expected.GroupBy(i => i.Incident.EventType).ToDictionary(type => type.Key, type => type.Count()),
            figures.ByType.ToDictionary(type => type.Name, type => type.Count));
        AssertSum(expected.Select(i => i.Incident.Killed), figures.Killed);
        AssertSum(expected.Select(i => i.Incident.Injured), figures.Injured);
        AssertSum(expected.Select(i => i.Incident.Abducted), figures.Abducted);
        Assert.Equal(expected.Count(i => !i.Incident.Killed.IsSaid), figures.WithoutToll);
        Assert.Equal(expected.Count(i => i.Incident.HasConflict), figures.InConflict);
    }

    private static void AssertSum(IEnumerable<CasualtyCount> counts, CasualtyCount sum)
    {
        var said = counts.Where(count => count.IsSaid).ToList();
        Assert.NotEmpty(said);
        Assert.Equal(said.Sum(count => count.Low ?? 0), sum.Low);
        Assert.Equal(said.Sum(count => count.Best ?? count.Low ?? 0), sum.Best);
        Assert.Equal(said.Any(count => count.High is null) ? null : said.Sum(count => count.High), sum.High);
    }

    private async Task<RegionSummary> SummariseAsync() =>
        (await world.Store.Get<IRegionQuery>().SummariseAsync(world.Region, From, To, TestContext.Current.CancellationToken))!;

    private List<WorldIncident> Between(DateOnly from, DateOnly to) =>
        [.. world.Shown.Where(i => i.Place is { CountryCode: "KG" } or { CountryCode: "TJ", Admin1: "Gorno-Badakhshan" }
            && i.Incident.TimelineDate >= from && i.Incident.TimelineDate <= to)];
}
