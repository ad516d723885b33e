using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A filter under a name, what is new in it, and a watchlist.</summary>
public sealed class SavedViewTests(RealBrowser browser, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task View_TellsWhatIsNew_UntilItIsMarkedAsSeen_AndAWatchlistFollowsAnActor()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await Pasting.SaveAsync(window, "Two border guards killed near Zaranj", "ZARANJ – Gunmen killed two border guards near Zaranj in Nimroz province in Afghanistan on Monday, officials said. The attackers fled on motorcycles.");

        await window.GoAsync("/?country=AF");
        await page.Locator("article.row").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Views", Exact = true }).ClickAsync();
        await page.GetByLabel("Keep what is on the screen as").FillAsync("Afghanistan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the view" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Saved views" }).GetByRole(AriaRole.Link, new() { Name = "Afghanistan" })).ToBeVisibleAsync();
        await Look.AtAsync(window, "views-menu", 1440, ColorScheme.Light);
        // The view is marked as seen a moment later.
        await window.GoAsync("/views");
        await Assertions.Expect(page.Locator("[data-view] .new")).ToContainTextAsync("nothing new");

        await Pasting.SaveAsync(window, "Bomb kills four in Herat", "HERAT – A bomb killed four people at a market in Herat in Afghanistan on Sunday, police said. Nobody claimed responsibility.");
        await window.GoAsync("/views");
        await Assertions.Expect(page.Locator("[data-view] .new")).ToContainTextAsync("1 new");
        await page.GetByRole(AriaRole.Link, new() { Name = "Afghanistan", Exact = true }).ClickAsync();
        var news = page.Locator(".news");
        await Assertions.Expect(news).ToContainTextAsync("1 new in “Afghanistan”");
        await Assertions.Expect(page.Locator("article.row .badge.new")).ToHaveCountAsync(1);
        await Look.AtAsync(window, "views-news", 1440, ColorScheme.Light);
        await news.GetByRole(AriaRole.Link, new() { Name = "Show only it" }).ClickAsync();
        await Assertions.Expect(page.Locator("p.count").First).ToHaveTextAsync("1 incident");
        await Assertions.Expect(page.Locator("article.row")).ToContainTextAsync("Herat");
        await news.GetByRole(AriaRole.Button, new() { Name = "Mark as seen" }).ClickAsync();
        await Assertions.Expect(news).ToHaveCountAsync(0);

        await WatchAsync(window);
        await using var narrow = await browser.OpenAsync(site.Address, 390, ColorScheme.Dark);
        await narrow.GoAsync("/views");
        await Assertions.Expect(narrow.Page.Locator(".watched li")).ToHaveCountAsync(1);
        await Look.AtAsync(narrow, "views", 390, ColorScheme.Dark);
        await narrow.Page.GetByRole(AriaRole.Link, new() { Name = "Followed", Exact = true }).ClickAsync();
        await Assertions.Expect(narrow.Page.Locator("p.count").First).ToHaveTextAsync("1 incident");
        Assert.Empty(window.Faults);
    }

    private static async Task WatchAsync(Window window)
    {
        var page = window.Page;
        await page.Locator("article.row h3 a").First.ClickAsync();
        await page.Locator("details.field summary").Filter(new() { HasTextRegex = new Regex("Where") }).First.ClickAsync();
        await page.Locator("a[href^='/places/']").First.ClickAsync();
        await page.Locator("#newest").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Watch", Exact = true }).ClickAsync();
        await page.GetByLabel("Put it on a new watchlist").FillAsync("Followed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the list" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Followed", new() { Exact = true })).ToBeCheckedAsync();
        await Look.AtAsync(window, "watch-menu", 1440, ColorScheme.Light);
        await window.GoAsync("/views");
        await Assertions.Expect(page.Locator("[data-view]")).ToHaveCountAsync(2);
        await Look.AtAsync(window, "views", 1440, ColorScheme.Light);
    }
}
