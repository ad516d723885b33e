using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Tags are made, typed by a synonym, found, merged and taken apart again, as a manager does.</summary>
[Collection(DemoTests.Name)]
public sealed class TagPageTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task SynonymTyped_GivesTheTag_WhichIsMergedAndTakenApartAgain()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/tags");
        await MakeAsync(page, "Places of worship", "Targets", "green", "mosque, shrine");
        await MakeAsync(page, "Holy places", "", "plain", "");

        await window.GoAsync("/?q=mosque");
        await page.Locator("article.row h3 a").Filter(new() { HasText = "Hangu" }).First.ClickAsync();
        await page.Locator("article.report").First.WaitForAsync();
        await page.GetByPlaceholder("Add a tag").FillAsync("Shrine");
        await page.GetByPlaceholder("Add a tag").PressAsync("Enter");
        var chip = page.Locator(".head a.chip");
        await Assertions.Expect(chip).ToHaveTextAsync("Places of worship");
        await chip.ClickAsync();
        await Assertions.Expect(page.Locator("article.row")).ToHaveCountAsync(1);

        await window.GoAsync("/tags");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge “Places of worship”" }).ClickAsync();
        await page.GetByLabel("Tag that takes the place of “Places of worship”").SelectOptionAsync(new SelectOptionValue { Label = "Holy places" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-tag='Holy places']")).ToContainTextAsync("merged into it: Places of worship");
        await Assertions.Expect(page.Locator("[data-tag='Holy places']")).ToContainTextAsync("on 1 incident");
        await Assertions.Expect(page.Locator("[data-tag='Places of worship']")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-tag='Places of worship']")).ToContainTextAsync("on 1 incident");
        // The address of a synonym finds the same.
        await window.GoAsync("/?tag=mosque");
        await Assertions.Expect(page.Locator("article.row")).ToHaveCountAsync(1);
        Assert.Empty(window.Faults);
    }

    /// <summary>Makes a tag on its page.</summary>
    internal static async Task MakeAsync(IPage page, string name, string group, string colour, string synonyms)
    {
        var form = page.GetByRole(AriaRole.Form, new() { Name = "New tag" });
        await page.GetByRole(AriaRole.Button, new() { Name = "New tag" }).ClickAsync();
        await form.GetByLabel("Name").FillAsync(name);
        await form.GetByLabel("Group").FillAsync(group);
        await form.GetByLabel("Synonyms").FillAsync(synonyms);
        await form.GetByLabel(colour, new() { Exact = true }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[data-tag='{name}']")).ToBeVisibleAsync();
    }
}
