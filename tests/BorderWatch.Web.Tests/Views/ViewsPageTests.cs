using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;
using BorderWatch.Web.Tests.Shell;
using BorderWatch.Web.Timeline;
using BorderWatch.Web.Views;
using Bunit;

namespace BorderWatch.Web.Tests.Views;

public sealed class ViewsPageTests : PageContext
{
    private static readonly ViewRow s_own = new(Guid.NewGuid(), "Khatlon, armed", new TimelineFilter { Admin1 = "Khatlon", From = new(2026, 10, 26) }, 30, false, true, "Leyla", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), 4);
    private static readonly ViewRow s_shared = s_own with { Id = Guid.NewGuid(), Name = "Border", IsOwn = false, IsShared = true, OwnerName = "Otto", SeenAt = null, New = null };

    [Fact]
    public void Page_SaysWhatAViewAsks_WhatIsNew_AndWhoseItIs()
    {
        Views.Rows.AddRange([s_own, s_shared]);
        var page = Render<ViewsPage>();

        var (own, shared) = (page.Find($"li[data-view='{s_own.Id}']"), page.Find($"li[data-view='{s_shared.Id}']"));
        Assert.Equal("/?last=30&province=Khatlon", own.QuerySelector("a.name")!.GetAttribute("href"));
        Assert.Contains("last 30 days, Khatlon", own.TextContent, StringComparison.Ordinal);
        Assert.Equal("4 new", own.QuerySelector(".new b")!.TextContent);
        Assert.Contains("Shared by Otto", shared.TextContent, StringComparison.Ordinal);
        Assert.Contains("not opened yet", shared.TextContent, StringComparison.Ordinal);
        Assert.Empty(shared.QuerySelectorAll(".tools"));
    }

    [Fact]
    public void Owner_RenamesSharesAndDeletes_AfterAQuestion()
    {
        Views.Rows.Add(s_own);
        var page = Render<ViewsPage>();

        Button("Rename").Click();
        page.Find(".tools input").Input("Khatlon");
        page.Find(".tools form").Submit();
        Assert.Equal("Khatlon", Views.Rows[0].Name);
        Button("Share with everybody").Click();
        Assert.Contains("Shared with everybody", page.Markup, StringComparison.Ordinal);
        Button("Delete").Click();
        Button("Keep it").Click();
        Assert.Single(Views.Rows);
        Button("Delete").Click();
        Button("Delete it").Click();
        Assert.Contains("No view is saved yet", page.Markup, StringComparison.Ordinal);

        AngleSharp.Dom.IElement Button(string text) => page.FindAll(".tools button").Single(button => button.TextContent == text);
    }

    [Fact]
    public void Change_ThatIsRefused_IsSaid_AndTheListStays()
    {
        Views.Error = "You have a view of this name already.";
        Views.Rows.Add(s_own);
        var page = Render<ViewsPage>();

        page.FindAll(".tools button").Single(button => button.TextContent == "Share with everybody").Click();

        Assert.Contains("of this name already", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("li[data-view]"));
    }

    [Fact]
    public void Menu_KeepsWhatIsOnTheScreen_AndNotTheWholeTimeline()
    {
        var menu = Render<ViewMenu>(parameters => parameters.Add(view => view.Address, TimelineAddress.Everything));
        menu.Find("button.open").Click();
        Assert.Empty(menu.FindAll("form"));
        menu.Render(parameters => parameters.Add(view => view.Address, new TimelineAddress(new TimelineFilter { Countries = ["TJ"] }, 30)));

        menu.Find("form input:not([type])").Input("Tajikistan, a month");
        menu.Find("form").Submit();

        Assert.Equal(("Tajikistan, a month", 30, "TJ"), (Views.Rows[0].Name, Views.Rows[0].LastDays, Views.Rows[0].Filter.Countries[0]));
        Assert.Equal("/?last=30&country=TJ", menu.Find("ul a").GetAttribute("href"));
        menu.Find(".drop").KeyDown("Escape");
        Assert.Empty(menu.FindAll(".panel"));
    }

    [Fact]
    public void Actor_IsPutOnAWatchlistThatIsMadeForIt_AndTakenOffOnThePage()
    {
        var subject = new WatchedSubject(WatchedKind.Actor, Guid.NewGuid());
        var menu = Render<WatchMenu>(parameters => parameters.Add(watch => watch.Subject, subject));
        menu.Find("button.open").Click();

        menu.Find("form input").Input("Armed groups");
        menu.Find("form").Submit();

        Assert.True(menu.Find("ul input").HasAttribute("checked"));
        Assert.Equal([subject], Views.Rows.Single().Watched!.Select(one => one.Subject));
        menu.Find("ul input").Change(false);
        Assert.Empty(Views.Rows.Single().Watched!);
        menu.Find("ul input").Change(true);
        var page = Render<ViewsPage>();
        Assert.Equal($"/actors/{subject.Id}", page.Find(".watched a").GetAttribute("href"));
        page.Find(".watched button").Click();
        Assert.Empty(page.FindAll(".watched li"));
    }
}
