using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>
/// Every page, wide and narrow, light and dark: nothing sticks out sideways, axe finds nothing, and a picture is taken. The pictures go
/// into the folder that <c>BORDERWATCH_SCREENSHOTS</c> names, else beside the tests.
/// </summary>
[Collection(DemoTests.Name)]
public sealed class LookTests(RealBrowser browser, DemoSite site)
{
    private static readonly string[] s_standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static string Folder => Environment.GetEnvironmentVariable("BORDERWATCH_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static MatrixTheoryData<string, int, ColorScheme> Looks { get; } = new(
        ["timeline", "incident", "map", "regions", "region", "sources", "add-article", "desk", "desk-duplicates", "correction"], [1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_FitsAndIsAccessible(string name, int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        await OpenAsync(window, name);

        Directory.CreateDirectory(Folder);
        var animations = ScreenshotAnimations.Disabled;
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), Animations = animations });

        Assert.Equal(width, await window.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        var found = await window.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. s_standards] } });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(Describe)));
        Assert.Empty(window.Faults);
    }

    // Towns are drawn a moment after a map says that it is there: the pauses are for the pictures.
    private static async Task OpenAsync(Window window, string name)
    {
        var page = window.Page;
        switch (name)
        {
            case "timeline":
                await window.GoAsync("/");
                await page.Locator("article.row").First.WaitForAsync();
                break;
            case "incident":
                await window.GoAsync("/?q=mosque");
                await page.Locator("article.row h3 a").Filter(new() { HasText = "Hangu" }).First.ClickAsync();
                await page.Locator("article.report").First.WaitForAsync();
                await Assertions.Expect(page.GetByText("Loading the map")).ToHaveCountAsync(0);
                await page.WaitForTimeoutAsync(1500);
                break;
            case "map":
                await window.GoAsync("/map");
                await Assertions.Expect(page.GetByText("Loading the map")).ToHaveCountAsync(0);
                await page.Locator(".maplibregl-canvas").First.WaitForAsync();
                await page.WaitForTimeoutAsync(1500);
                break;
            case "region":
                await window.GoAsync("/regions");
                await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
                await page.Locator(".chart svg").WaitForAsync();
                break;
            case "add-article":
                await window.GoAsync("/");
                await page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "Add article" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "A text" }).ClickAsync();
                await page.GetByLabel("Headline").WaitForAsync();
                break;
            case "desk":
                await window.GoAsync("/desk");
                await page.Locator(".desk-row").First.WaitForAsync();
                break;
            case "desk-duplicates":
                await window.GoAsync("/desk?lane=duplicates");
                await page.Locator("article.pair").First.WaitForAsync();
                break;
            case "correction":
                await window.GoAsync("/?q=mosque");
                await page.Locator("article.row h3 a").Filter(new() { HasText = "Hangu" }).First.ClickAsync();
                await page.Locator("article.report").First.WaitForAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Correct Where" }).DispatchEventAsync("click");
                await page.Locator("form.correction").WaitForAsync();
                break;
            default:
                await window.GoAsync($"/{name}");
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
                break;
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Take(4).Select(node => $"    {node.Html}"))}";
}
