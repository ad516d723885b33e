using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The timeline with the demo data: what an analyst does all day.</summary>
[Collection(DemoTests.Name)]
public sealed class TimelineTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task DemoButton_LoadsArticlesOfSeveralOutlets_AndLabelsThemDemo()
    {
        Assert.Matches(@"^\d{2} new articles of \d{2}", site.Progress);
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");

        await Assertions.Expect(window.Page.Locator("article.row").First.GetByText("demo", new() { Exact = true })).ToBeVisibleAsync();
        var shared = window.Page.Locator("article.row .known", new() { HasTextRegex = new(@"[3-9] sources") });
        await Assertions.Expect(shared.First).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Filters_NarrowTheList_AndStandInTheAddress()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        var all = await CountAsync(window);

        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Tajikistan" }).CheckAsync();
        await window.ReachAsync("**/?country=TJ*");
        await Assertions.Expect(window.Page.Locator("article.row .where").Filter(new() { HasNotText = "Tajikistan" })).ToHaveCountAsync(0);
        var narrowed = await CountAsync(window);
        Assert.InRange(narrowed, 1, all - 1);

        // The link is the view: somebody else opens it and sees the same.
        await using var other = await browser.OpenAsync(site.Address);
        await other.GoAsync(new Uri(window.Page.Url).PathAndQuery);
        Assert.Equal(narrowed, await CountAsync(other));
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Tajikistan" })).ToBeCheckedAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Take away the filter Tajikistan" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Tajikistan" })).Not.ToBeCheckedAsync();
        Assert.Equal(all, await CountAsync(window));
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Tajikistan" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Keyboard_SearchesAndOpensAnIncident()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");

        await window.Page.Keyboard.PressAsync("/");
        var search = window.Page.Locator("#search-text");
        await Assertions.Expect(search).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("mosque -kunduz");
        await Assertions.Expect(search).ToHaveValueAsync("mosque -kunduz");
        // On a busy machine Return has been seen to do nothing, in one of several runs of all tests; why is not known yet. A person presses again.
        for (var waited = 0; waited < 300 && !window.Page.Url.Contains("?q=", StringComparison.Ordinal); waited++)
        {
            if (waited % 100 == 0) await search.PressAsync("Enter");
            await window.Page.WaitForTimeoutAsync(100);
        }
        Assert.Contains("?q=", window.Page.Url, StringComparison.Ordinal);
        // The count first: until the answer is here the list is the one of before, which has every mosque in it.
        await Assertions.Expect(window.Page.Locator("p.count").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-5] incidents?$"));
        await Assertions.Expect(window.Page.Locator("article.row").Filter(new() { HasText = "Hangu" }).First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("article.row").Filter(new() { HasText = "Kunduz" })).ToHaveCountAsync(0);

        await window.Page.Locator("article.row h3 a").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ReachAsync("**/incidents/**");
        await Assertions.Expect(window.Page.Locator("article.report").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SearchThatFindsNothing_SaysWhatToDo()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/?q=zeppelin");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Clear all filters" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator("article.row").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Incident_ShowsWhoDisagrees()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/?reports=differ");
        await window.Page.Locator("article.row h3 a").First.ClickAsync();

        var contested = window.Page.Locator("details.field.contested").First;
        await Assertions.Expect(contested.GetByText("contradicts").First).ToBeVisibleAsync();
        await Assertions.Expect(contested.Locator(".rule")).ToContainTextAsync("How the value is made");
    }

    [Fact]
    public async Task Map_DrawsTheIncidents_AndTheListFindsThem()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/map?country=PK");
        await Assertions.Expect(window.Page.GetByText("Loading the map")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator(".maplibregl-canvas").First).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show on the map") }).First.ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "All incidents" })).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Map_NarrowedToWhatIsInView_ListsWhatLiesThere()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/map?country=TJ");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Only what is in view" }).ClickAsync();

        await window.ReachAsync("**/map?*box=*");
        await Assertions.Expect(window.Page.Locator(".chips").GetByText("in a part of the map").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".list li").First).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task RegionSummary_AgreesWithTheTimeline()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/regions");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        var all = window.Page.Locator("tfoot a").First;
        await Assertions.Expect(window.Page.Locator(".chart svg")).ToBeVisibleAsync();
        var counted = int.Parse(await all.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await all.ClickAsync();

        await window.ReachAsync("**/?*region=*");
        Assert.Equal(counted, await CountAsync(window));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task UnknownIncident_LeadsBack()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync($"/incidents/{Guid.Empty}");

        await Assertions.Expect(window.Page.GetByText("There is no incident at this address")).ToBeVisibleAsync();
    }

    private static async Task<int> CountAsync(Window window)
    {
        var count = window.Page.Locator("p.count").First;
        await Assertions.Expect(count).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+ incidents?$"));
        await Assertions.Expect(window.Page.Locator("section[aria-busy=false]").First).ToBeVisibleAsync();
        return int.Parse((await count.InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
