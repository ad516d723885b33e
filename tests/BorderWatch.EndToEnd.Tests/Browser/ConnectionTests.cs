using System.Text.RegularExpressions;
using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A reader whose connection breaks goes on where they were.</summary>
public sealed class ConnectionTests(RealBrowser browser, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Connection_ThatBreaks_KeepsThePage_AndAServerThatWasRestarted_TheFilters()
    {
        await using var wire = new TcpRelay(site.Address);
        await using var window = await browser.OpenAsync(wire.Address);
        var page = window.Page;
        await window.GoAsync("/?country=AF&killed=3..");
        await Assertions.Expect(Chips(page)).ToHaveTextAsync([new Regex("Afghanistan"), new Regex("3"), new Regex("Clear all")]);
        var search = page.Locator("[data-search] input, input[data-search]").First;
        await search.FillAsync("half a thought");
        await page.EvaluateAsync("window.isTheSamePage = true");

        wire.Cut();
        await Assertions.Expect(page.GetByText("Connection lost.")).ToBeVisibleAsync();
        wire.Mend();
        await Assertions.Expect(page.GetByText("Connection lost.")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage === true"));
        await Assertions.Expect(search).ToHaveValueAsync("half a thought");
        await Chips(page).Filter(new() { HasText = "3" }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("killed"));
        await Assertions.Expect(Chips(page)).ToHaveTextAsync([new Regex("Afghanistan")]);

        wire.Cut();
        await site.RestartAsync();
        wire.Target = site.Address;
        wire.Mend();
        await page.WaitForFunctionAsync("() => window.isTheSamePage === undefined");
        await window.InteractiveAsync();
        Assert.EndsWith("/?country=AF", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(Chips(page)).ToHaveTextAsync([new Regex("Afghanistan")]);
    }

    private static ILocator Chips(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "Filters in force" }).GetByRole(AriaRole.Button);
}
