using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>How an analyst narrows, and takes out what is left.</summary>
[Collection(DemoTests.Name)]
public sealed class AnalystTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task SearchLanguage_CompletesAndBecomesFilters()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        var box = window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });

        await box.PressSequentiallyAsync("killed:>1 in:paki");
        var offer = window.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Pakistan" }).First;
        await Assertions.Expect(offer).ToBeVisibleAsync();
        await offer.ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync("killed:>1 in:Pakistan ");
        await box.PressAsync("Enter");

        await window.ReachAsync("**/?country=PK&killed=2..");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Take away the filter 2 or more killed" })).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task SearchThatCannotBeRead_SaysWhatToWrite()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        var box = window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });

        await box.FillAsync("killed:lots");
        await box.PressAsync("Enter");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write a number: killed:3");
        await Assertions.Expect(box).ToHaveValueAsync("killed:lots");
    }

    [Fact]
    public async Task Histogram_NarrowsTheDays_ByDragAndByKeyboard()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        var bars = window.Page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Incidents by") });
        var scale = window.Page.Locator(".histogram .scale").First;
        var wide = await scale.InnerTextAsync();
        var box = (await bars.BoundingBoxAsync())!;

        await window.Page.Mouse.MoveAsync(box.X + box.Width * 0.2f, box.Y + 40);
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(box.X + box.Width * 0.8f, box.Y + 40, new() { Steps = 4 });
        await window.Page.Mouse.UpAsync();
        await window.ReachAsync(new Regex("from=.*&to="));
        var dragged = window.Page.Url;

        // The bars of the new days are drawn a moment after the address; a key pressed before goes to the old ones.
        await Assertions.Expect(scale).Not.ToHaveTextAsync(wide, new() { UseInnerText = true });
        await bars.PressAsync("End");
        await Assertions.Expect(window.Page.Locator("#histogram-said")).ToContainTextAsync("incident");
        await bars.PressAsync("Enter");
        await Assertions.Expect(window.Page).Not.ToHaveURLAsync(dragged);

        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Keys_WalkThroughTheList_AndAreListed()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        var links = window.Page.Locator("article.row h3 a");
        await links.First.WaitForAsync();

        foreach (var key in (string[])["j", "j", "k"]) await window.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" })).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ReachAsync("**/incidents/**");
    }

    [Fact]
    public async Task Download_HoldsWhatTheListSays()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/?country=PK");
        var count = window.Page.Locator("p.count").First;
        await Assertions.Expect(count).ToHaveTextAsync(new Regex(@"^\d+ incidents?$"));
        await window.Page.Locator("summary", new() { HasTextString = "Download" }).ClickAsync();

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "GeoJSON" }).ClickAsync());

        using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        Assert.StartsWith($"{file.RootElement.GetProperty("features").GetArrayLength()} incident", await count.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiPage_ShowsTheAddresses_WithoutLoadingFromElsewhere()
    {
        await using var window = await browser.OpenAsync(site.Address);

        await window.Page.GotoAsync("/api/docs");

        await Assertions.Expect(window.Page.GetByText("/api/v1/incidents").First).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }
}
