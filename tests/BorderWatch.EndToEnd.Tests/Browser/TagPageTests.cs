using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Tags are made, typed by a synonym, found, merged and taken apart again, as a manager does.</summary>
[Collection(DemoTests.Name)]
public sealed class TagPageTests(RealBrowser browser, DemoSite site)
{
    private static readonly (string Tag, string Group, string Colour, string Synonyms)[] s_tags =
    [
        ("Checkpoint", "Sites", "blue", "check post, barrier"), ("Bridges and roads", "Sites", "amber", ""), ("Market", "Sites", "olive", ""), ("School", "Sites", "teal", ""),
        ("Cross-border", "Terrain", "violet", ""), ("River", "Terrain", "green", ""), ("Follow up", "", "red", ""), ("Weekly", "", "pink", ""),
    ];

    public static MatrixTheoryData<int, ColorScheme> Looks { get; } = new([1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

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

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_FitsAndIsAccessible(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        var page = window.Page;
        await window.GoAsync("/tags");
        await Assertions.Expect(page.GetByText("Loading the tags")).ToHaveCountAsync(0);
        foreach (var (tag, group, colour, synonyms) in s_tags)
        {
            if (await page.Locator($"[data-tag='{tag}']").CountAsync() == 0) await MakeAsync(page, tag, group, colour, synonyms);
        }
        await Look.AtAsync(window, "tags", width, scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change “Checkpoint”" }).ClickAsync();
        await page.GetByRole(AriaRole.Form, new() { Name = "Change the tag" }).WaitForAsync();
        await Look.AtAsync(window, "tag-form", width, scheme);
    }

    /// <summary>Makes a tag on its page.</summary>
    private static async Task MakeAsync(IPage page, string name, string group, string colour, string synonyms)
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
