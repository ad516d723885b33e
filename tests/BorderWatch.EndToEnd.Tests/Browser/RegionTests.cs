using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A manager holds regions against each other and goes through a year; every number opens as many incidents.</summary>
[Collection(DemoTests.Name)]
public sealed class RegionTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task Comparison_FromARegionsPage_OpensWhatItCounts()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare regions and periods" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chips a")).ToHaveCountAsync(1);
        await page.GetByLabel("Add a region").SelectOptionAsync(new SelectOptionValue { Label = "Central Asia" });
        await Assertions.Expect(page.Locator("tr.first a")).ToHaveCountAsync(4);

        // Number and filter come back with a reload.
        var address = page.Url;
        var counted = await page.Locator("tr.first a").First.InnerTextAsync();
        await window.GoAsync(new Uri(address).PathAndQuery);
        await Assertions.Expect(page.Locator("tr.first a").First).ToHaveTextAsync(counted);
        await AssertOpensAsync(page, page.Locator("tr.first a").First, counted);

        await window.GoAsync(new Uri(address).PathAndQuery);
        var cell = page.Locator("section[aria-labelledby=matrix] td a").First;
        await cell.WaitForAsync();
        await AssertOpensAsync(page, cell, await cell.InnerTextAsync());
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task KindOfTarget_OpensTheIncidentsThatHitIt_AndCanBeTakenAway()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Central Asia" }).ClickAsync();
        var number = page.Locator("section[aria-labelledby=by-target-kind] td.number a").First;
        await number.WaitForAsync();
        var counted = await number.InnerTextAsync();
        Assert.NotEqual("0", counted);

        await AssertOpensAsync(page, number, counted);

        await page.GetByRole(AriaRole.Button, new() { Name = "hit: " }).First.ClickAsync();
        await Assertions.Expect(page.Locator("p.count").First).Not.ToHaveTextAsync($"{counted} {(counted == "1" ? "incident" : "incidents")}");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Calendar_Day_OpensItsIncidents()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Day by day" }).ClickAsync();
        var day = page.Locator(".months td a").First;
        await day.WaitForAsync();

        await AssertOpensAsync(page, day, await day.InnerTextAsync());
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Region_IsDrawn_Widened_AndOpensWhatItCounts()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByLabel("An outline on the map").CheckAsync();
        await page.Locator(".drawing .maplibregl-ctrl-zoom-in").WaitForAsync();
        var map = page.Locator(".drawing .map");
        await map.ScrollIntoViewIfNeededAsync();
        // Round Pakistan's north and the east of Afghanistan, and back to the first corner.
        foreach (var (x, y) in new[] { (.3f, .2f), (.8f, .2f), (.8f, .8f), (.3f, .8f), (.3f, .8f) })
        {
            var box = (await map.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width * x), box.Y + (box.Height * y));
            await page.Mouse.ClickAsync(box.X + (box.Width * x), box.Y + (box.Height * y));
            await page.WaitForTimeoutAsync(400); // Two clicks in one place in a moment are a double click.
        }
        await Assertions.Expect(page.Locator(".drawing textarea")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^(-?[0-9.]+, -?[0-9.]+\\n){3}-?[0-9.]+, -?[0-9.]+$"));
        await page.GetByLabel("Name of the outline").FillAsync("The valley");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the outline" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take away the outline “The valley”" })).ToBeVisibleAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Drawn by hand");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the region" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Drawn by hand" })).ToBeVisibleAsync();
        await page.Locator(".region-map .maplibregl-ctrl-zoom-in").WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Change the region" }).ClickAsync();
        await page.GetByLabel("Land along a border").CheckAsync();
        await page.GetByLabel("Border of").SelectOptionAsync("AF");
        await page.Locator(".part select").Nth(1).SelectOptionAsync("TJ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByLabel("Another region").CheckAsync();
        await Assertions.Expect(page.Locator(".part select")).ToHaveCountAsync(1);
        await page.Locator(".part select").SelectOptionAsync(new SelectOptionValue { Label = "Central Asia" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".parts li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(page.GetByText("the outline “The valley”; within 20 km of the border of Afghanistan and Tajikistan; the region “Central Asia”")).ToBeVisibleAsync();
        var number = page.Locator("dl.figures a").First;
        var counted = await number.InnerTextAsync();
        await AssertOpensAsync(page, number, counted);
        Assert.Empty(window.Faults);
    }

    private static async Task AssertOpensAsync(IPage page, ILocator number, string counted)
    {
        await number.ClickAsync();
        await Assertions.Expect(page.Locator("p.count").First).ToHaveTextAsync($"{counted} {(counted == "1" ? "incident" : "incidents")}");
    }
}
