using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;
using BorderWatch.Web.Tests.Shell;
using BorderWatch.Web.Timeline;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Regions;

public sealed class ComparePageTests : PageContext, IRegionQuery, IRegionComparison
{
    private static readonly DateOnly s_today = new(2026, 11, 24);
    private readonly Region _pamir = new() { Name = "Pamir" };
    private readonly Region _osh = new() { Name = "Osh" };
    private readonly Guid _guards = Guid.NewGuid();
    private Coverage _coverage = new(4, 4, 0, 4, []);

    public ComparePageTests()
    {
        Services.AddSingleton<IRegionQuery>(this);
        Services.AddSingleton<IRegionComparison>(this);
    }

    [Fact]
    public void Numbers_LeadToTheTimelineUnderTheFilterThatTheyCount()
    {
        Navigation.NavigateTo($"/regions/compare?region={_pamir.Id}&region={_osh.Id}&last=30&beside=before");

        var page = Render<ComparePage>();

        Assert.Equal(["40", "16", "40", "16"], page.FindAll("tr.first a").Select(link => link.TextContent));
        var links = page.FindAll("tr.first a").Select(link => TimelineAddress.Read(link.GetAttribute("href")!, s_today).Filter).ToList();
        Assert.Equal([_pamir.Id, _pamir.Id, _osh.Id, _osh.Id], links.Select(filter => filter.RegionId!.Value));
        Assert.Equal((new DateOnly(2026, 10, 26), s_today, new DateOnly(2026, 10, 25)), (links[0].From!.Value, links[0].To!.Value, links[1].To!.Value));
        Assert.Contains("more than chance would bring", page.FindAll("td.change")[0].TextContent, StringComparison.Ordinal);
        var cell = TimelineAddress.Read(page.Find("#matrix ~ .scroll td a").GetAttribute("href")!, s_today).Filter;
        Assert.Equal((_pamir.Id, _guards, null), (cell.RegionId!.Value, cell.Actors.Single().ActorId, cell.Actors.Single().Role));
    }

    [Fact]
    public void Matrix_OfARole_AddsUpEverySetOfRolesThatHasIt()
    {
        Navigation.NavigateTo($"/regions/compare?region={_pamir.Id}&region={_osh.Id}&role=target");

        var page = Render<ComparePage>();

        Assert.Equal(["3", "3"], page.FindAll("#matrix ~ .scroll td").Select(cell => cell.TextContent.Trim()));
        Assert.EndsWith(".target", Uri.UnescapeDataString(page.Find("#matrix ~ .scroll td a").GetAttribute("href")!), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("td.change"));
    }

    [Fact]
    public void Silence_OfOutlets_IsNotCalledAChange()
    {
        _coverage = new(4, 4, 0, 1, []);
        Navigation.NavigateTo($"/regions/compare?region={_pamir.Id}&beside=year");

        var page = Render<ComparePage>();

        Assert.Contains("not comparable", page.Find("td.change").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 4 outlets", page.Find(".bw-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_GoesIntoTheAddress()
    {
        Navigation.NavigateTo($"/regions/compare?region={_pamir.Id}&beside=before");
        var page = Render<ComparePage>();

        page.Find(".chips select").Change(_osh.Id.ToString());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".chips a").Count));

        Assert.EndsWith($"/regions/compare?region={_pamir.Id}&region={_osh.Id}&last=90&beside=before", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".chips select"));
    }

    [Fact]
    public void Calendar_LeavesOpenWhatNobodyCounted_AndWhatIsToCome()
    {
        Navigation.NavigateTo($"/regions/{_pamir.Id}/calendar?year=2026");

        var page = Render<CalendarPage>(parameters => parameters.Add(p => p.Id, _pamir.Id));

        Assert.Equal(12, page.FindAll("table").Count);
        var days = page.FindAll("td a");
        Assert.Equal(["2 Mar 2026: 1 incident", "24 Nov 2026: 7 incidents"], days.Select(day => day.GetAttribute("aria-label")));
        var filter = TimelineAddress.Read(days[1].GetAttribute("href")!, s_today).Filter;
        Assert.Equal((_pamir.Id, s_today, s_today), (filter.RegionId!.Value, filter.From!.Value, filter.To!.Value));
        // 1 January to 1 March and 25 November to 31 December.
        Assert.Equal(60 + 37, page.FindAll("td.open").Count);
        Assert.Equal(365, page.FindAll("tbody td[title]").Count + page.FindAll("td a").Count);
        Assert.Contains("8 incidents", page.Find(".tools").TextContent, StringComparison.Ordinal);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    Task<IReadOnlyList<Region>> IRegionQuery.ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Region>>([_osh, _pamir]);

    Task<RegionSummary?> IRegionQuery.SummariseAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation) => throw new NotSupportedException();

    Task<IReadOnlyList<AreaCount>> IRegionQuery.AreasAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<DistrictCount>> DistrictsAsync(CancellationToken cancellation) => throw new NotSupportedException();

    Task<RegionComparison> IRegionComparison.CompareAsync(IReadOnlyList<Guid> regions, DaySpan now, DaySpan? then, CancellationToken cancellation) => Task.FromResult(new RegionComparison(
        [.. regions.Select(id => new ComparedRegion(
            id == _pamir.Id ? _pamir : _osh, Period(now, 40), then is { } past ? Period(past, 16) : null, then is null ? null : CountComparison.Of(40, 16),
            [new(_guards, "Border Guards", [ActorRole.Target], 2), new(_guards, "Border Guards", [ActorRole.Perpetrator, ActorRole.Target], 1), new(Guid.NewGuid(), "Smugglers", [ActorRole.Perpetrator], 2)]))],
        _coverage));

    Task<RegionCalendar?> IRegionComparison.CalendarAsync(Guid region, int year, CancellationToken cancellation) => Task.FromResult<RegionCalendar?>(
        new(_pamir, year, new Dictionary<DateOnly, int> { [new(2026, 3, 2)] = 1, [s_today] = 7 }, new DateOnly(2026, 3, 2)));

    private static ComparedPeriod Period(DaySpan days, int incidents) => new(
        days, new(incidents, [new("Battles", incidents)], new(1, 2, null), CasualtyCount.Unsaid, CasualtyCount.Unsaid, 3, 1, 2), [new(days.From, days.To, "Battles", incidents, false)]);
}
