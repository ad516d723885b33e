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

    private static async Task AssertOpensAsync(IPage page, ILocator number, string counted)
    {
        await number.ClickAsync();
        await Assertions.Expect(page.Locator("p.count").First).ToHaveTextAsync($"{counted} {(counted == "1" ? "incident" : "incidents")}");
    }
}
