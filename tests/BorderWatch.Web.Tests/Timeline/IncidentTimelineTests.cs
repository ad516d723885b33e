using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Tests.Shell;
using BorderWatch.Web.Timeline;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Timeline;

public sealed class IncidentTimelineTests : PageContext, ITimelineQuery, IActorQuery, IDemoData, IArrivals
{
    private readonly List<TimelineFilter> _asked = [];
    private List<TimelineRow> _rows = [.. Enumerable.Range(0, 130).Select(number => Sample.Row($"Incident {number}") with { TimelineDate = Sample.Day.AddDays(-number / 3) })];

    private bool _olderFails;

    public IncidentTimelineTests()
    {
        Services.AddSingleton<ITimelineQuery>(this);
        Services.AddSingleton<IActorQuery>(this);
        Services.AddSingleton<IDemoData>(this);
        Services.AddSingleton<IArrivals>(this);
        Services.AddSingleton<ArrivalsWatch>();
    }

    private static DateTimeOffset Newest => new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Page_GroupsByDay_AndReadsOnWithoutRepeating()
    {
        var page = Render<IncidentTimeline>();
        Assert.Equal(60, page.FindAll("article").Count);

        page.Find(".older button").Click();
        page.Find(".older button").Click();

        Assert.Equal(130, page.FindAll("article").Count);
        Assert.Equal(130, page.FindAll("article").Select(row => row.GetAttribute("data-incident")).Distinct().Count());
        Assert.Equal(44, page.FindAll(".day").Count);
        Assert.Contains("That was the oldest", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void OlderIncidents_ThatCouldNotBeRead_AreSaidAndAskedForAgain()
    {
        var page = Render<IncidentTimeline>();
        _olderFails = true;

        page.Find(".older button").Click();

        Assert.Contains("Older incidents could not be read", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(60, page.FindAll("article").Count);
        _olderFails = false;
        page.Find(".older button").Click();
        Assert.Equal(120, page.FindAll("article").Count);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void FirstLook_IsMarked_SoThatLaterOnesKnowWhatIsNew()
    {
        var page = Render<IncidentTimeline>();

        Assert.Equal([(null, Newest)], Views.Marked);
        Assert.Empty(page.FindAll(".badge.new"));
    }

    [Fact]
    public void WhatCameSinceTheLastLook_IsCountedMarkedAndSeen()
    {
        Views.Mark = new(null, null, _rows[3].FirstReportedAt, CanMark: true);
        _rows[5] = _rows[5] with { FirstReportedAt = _rows[5].FirstReportedAt.AddHours(1) };
        var page = Render<IncidentTimeline>();
        Assert.Empty(Views.Marked);
        Assert.Single(page.FindAll(".badge.new"));
        Assert.Equal("/?since=2026-11-21T08:00:00Z", page.Find(".news a").GetAttribute("href")!.Replace("%3A", ":", StringComparison.Ordinal));

        page.Find(".news button").Click();

        Assert.Equal([(null, Newest)], Views.Marked);
        Assert.Empty(page.FindAll(".badge.new"));
        Assert.Empty(page.FindAll(".news"));
    }

    [Fact]
    public void FilterWithoutAName_MarksNothing()
    {
        Views.Mark = new(null, null, null, CanMark: false);

        Render<IncidentTimeline>();

        Assert.Empty(Views.Marked);
    }

    [Fact]
    public void Filter_GoesIntoTheAddress_AndBack()
    {
        var page = Render<IncidentTimeline>();

        page.FindAll(".facet input")[0].Change(true);
        page.Find("input[type=search]").Change("border post");

        Assert.EndsWith("/?q=border%20post&type=Battles", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(("border post", "Battles"), (_asked[^1].Text, _asked[^1].EventTypes.Single()));
        Assert.Equal(2, page.FindAll(".chips button:not(.all)").Count);

        Navigation.NavigateTo("/?type=Battles");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".chips button")));
        Assert.Null(_asked[^1].Text);
    }

    [Fact]
    public void Search_ThatCannotBeRead_IsSaid_AndNothingIsAsked()
    {
        var page = Render<IncidentTimeline>();
        var asked = _asked.Count;

        page.Find("input[type=search]").Change("wrong:3");

        Assert.Contains("Write something else", page.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Equal((asked, "wrong:3"), (_asked.Count, page.Find("input[type=search]").GetAttribute("value")));
    }

    [Fact]
    public void Search_InTheAddressThatCannotBeRead_ListsNothing()
    {
        Navigation.NavigateTo("/?q=wrong:3");

        var page = Render<IncidentTimeline>();

        Assert.Contains("Write something else", page.Find(".list .bw-note").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("article"));
        Assert.Empty(_asked);
    }

    [Fact]
    public void Offers_AreWalkedThroughByTheKeyboard()
    {
        var page = Render<IncidentTimeline>();
        page.Find("input[type=search]").Input("a");
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[role=option]").Count));

        page.Find(".box").KeyDown("ArrowDown");
        page.Find(".box").KeyDown("ArrowDown");
        page.WaitForAssertion(() => Assert.Equal("search-offer-1", page.Find("input[type=search]").GetAttribute("aria-activedescendant")));
        page.Find(".box").KeyDown("Enter");

        page.WaitForAssertion(() => Assert.Equal("after:", page.Find("input[type=search]").GetAttribute("value")));
    }

    [Fact]
    public void Histogram_NarrowsTheDays_ByKeyboardAndByDrag()
    {
        var page = Render<IncidentTimeline>();
        Assert.Equal(44, page.FindAll(".bars g").Count);

        page.Find(".bars").KeyDown("ArrowLeft");
        page.Find(".bars").KeyDown(new KeyboardEventArgs { Key = "ArrowLeft", ShiftKey = true });
        Assert.Equal("19–20 Nov 2026: 6 incidents", page.Find("#histogram-said").TextContent);
        page.Find(".bars").KeyDown("Enter");

        Assert.EndsWith("/?from=2026-11-19&to=2026-11-20", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_OfAPreset_IsRead()
    {
        Navigation.NavigateTo("/?last=30");

        var page = Render<IncidentTimeline>();

        Assert.Equal(new DateOnly(2026, 10, 26), _asked[^1].From);
        Assert.Equal("30 d", page.Find("[aria-pressed=true]").TextContent);
    }

    [Fact]
    public void NothingUnderTheFilter_OffersToClearIt()
    {
        _rows = [];
        Navigation.NavigateTo("/?country=TJ");
        var page = Render<IncidentTimeline>();

        page.Find(".empty button").Click();

        Assert.EndsWith("/", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingAtAll_LoadsDemoDataWithProgress()
    {
        _rows = [];
        var page = Render<IncidentTimeline>();

        page.FindAll(".empty button").Single(button => button.TextContent == "Load demo data").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article")));
    }

    Task<TimelinePage> ITimelineQuery.PageAsync(TimelineFilter filter, TimelineCursor? after, int size, CancellationToken cancellation)
    {
        if (after is not null && _olderFails) throw new TimeoutException();
        _asked.Add(filter);
        var rest = after is { } cursor ? _rows.SkipWhile(row => row.Id != cursor.Id).Skip(1).ToList() : _rows;
        List<TimelineRow> page = [.. rest.Take(size)];
        return Task.FromResult(new TimelinePage(page, rest.Count > size ? new TimelineCursor(page[^1].TimelineDate, page[^1].Id) : null));
    }

    Task<int> ITimelineQuery.CountAsync(TimelineFilter filter, CancellationToken cancellation) => Task.FromResult(_rows.Count);

    Task<TimelineFacets> ITimelineQuery.FacetsAsync(TimelineFilter filter, CancellationToken cancellation) =>
        Task.FromResult(new TimelineFacets([new("Battles", "Battles", 9)], [new("TJ", "TJ", 4)], [], new Dictionary<Guid, string>()));

    Task<DateTimeOffset?> ITimelineQuery.NewestAsync(CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(Newest);

    Task<Histogram> ITimelineQuery.HistogramAsync(TimelineFilter filter, CancellationToken cancellation) => Task.FromResult(
        Histogram.Of([.. _rows.GroupBy(row => row.TimelineDate).Select(day => new DayCount(day.Key, "Battles", day.Count()))], filter.From, filter.To));

    Task<IReadOnlyList<ActorSuggestion>> IActorQuery.SuggestAsync(string? typed, int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ActorSuggestion>>([]);

    Task<ActorSuggestion?> IActorQuery.FindAsync(Guid id, CancellationToken cancellation) => Task.FromResult<ActorSuggestion?>(null);

    IAsyncEnumerable<bool> IArrivals.ListenAsync(CancellationToken cancellation) => AsyncEnumerable.Empty<bool>();

    Task<PollResult> IDemoData.LoadAsync(Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new PollProgress(1, 2, "reading"));
        _rows = [Sample.Row()];
        return Task.FromResult(new PollResult(2, 2, 1, 0, 0, null));
    }
}
