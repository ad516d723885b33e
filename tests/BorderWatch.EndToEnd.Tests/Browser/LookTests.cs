using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Every page with the demo data, wide and narrow, light and dark.</summary>
[Collection(DemoTests.Name)]
public sealed class LookTests(RealBrowser browser, DemoSite site)
{
    public static MatrixTheoryData<string, int, ColorScheme> Looks { get; } = new(
        ["timeline", "filters", "incident", "map", "regions", "region", "region-border", "region-drawing", "compare", "calendar", "brief", "brief-mailed", "brief-schedules", "sources", "source", "article", "catalogue", "add-article", "desk", "desk-duplicates", "correction", "actor", "place", "alerts", "alert"],
        [1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_FitsAndIsAccessible(string name, int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        await OpenAsync(window, name);
        await Look.AtAsync(window, name, width, scheme);
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
            case "filters":
                await window.GoAsync("/?killed=1..&q=wounded");
                await page.Locator("article.row").First.WaitForAsync();
                await page.Locator("summary", new() { HasTextString = "As a table" }).ClickAsync();
                if (await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Filters") }).IsVisibleAsync()) await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Filters") }).ClickAsync();
                await page.Locator("summary", new() { HasTextString = "More filters" }).ClickAsync();
                await page.GetByLabel("Sub-type").ScrollIntoViewIfNeededAsync();
                break;
            case "incident":
                await window.GoAsync("/?q=mosque");
                await page.Locator("article.row h3 a").Filter(new() { HasText = "Hangu" }).First.ClickAsync();
                await page.Locator("article.report").First.WaitForAsync();
                await Assertions.Expect(page.GetByText("Loading the map")).ToHaveCountAsync(0);
                await page.WaitForTimeoutAsync(1500);
                break;
            case "actor" or "place":
                await window.GoAsync("/?q=mosque");
                await page.Locator("article.row h3 a").Filter(new() { HasText = "Hangu" }).First.ClickAsync();
                await page.Locator("article.report").First.WaitForAsync();
                await page.Locator("details.field summary").Filter(new() { HasText = name == "actor" ? "Who" : "Where" }).First.ClickAsync();
                await page.Locator($"a[href^='/{name}s/']").First.ClickAsync();
                await page.Locator("#newest").WaitForAsync();
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
            case "region-border":
                await window.GoAsync("/regions");
                await page.GetByRole(AriaRole.Link, new() { Name = "The Panj, 20 km on both sides" }).ClickAsync();
                await page.Locator(".region-map .maplibregl-ctrl-zoom-in").WaitForAsync();
                await page.Locator(".region-map").ScrollIntoViewIfNeededAsync();
                await page.WaitForTimeoutAsync(1500);
                break;
            case "region-drawing":
                await window.GoAsync("/regions");
                await page.GetByLabel("An outline on the map").CheckAsync();
                await page.Locator(".drawing .maplibregl-ctrl-zoom-in").WaitForAsync();
                await page.Locator(".drawing textarea").FillAsync("36.7, 69\n38.5, 69\n38.2, 72.5\n36.4, 72");
                await page.Locator(".drawing textarea").PressAsync("Tab");
                await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add the outline" })).ToBeEnabledAsync();
                await page.Locator(".drawing").ScrollIntoViewIfNeededAsync();
                await page.WaitForTimeoutAsync(1500);
                break;
            case "compare":
                await window.GoAsync("/regions/compare");
                foreach (var (region, chosen) in new[] { ("Pakistan's north-west", 1), ("Afghanistan–Tajikistan border", 2) })
                {
                    await page.GetByLabel("Add a region").SelectOptionAsync(new SelectOptionValue { Label = region });
                    await Assertions.Expect(page.Locator(".chips a")).ToHaveCountAsync(chosen);
                }
                await page.GetByRole(AriaRole.Link, new() { Name = "Days before" }).ClickAsync();
                await page.Locator("td.change").First.WaitForAsync();
                break;
            case "calendar":
                await window.GoAsync("/regions");
                await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Day by day" }).ClickAsync();
                await page.Locator(".months table").First.WaitForAsync();
                break;
            case "brief":
                await BriefTests.MakeAsync(page, window);
                break;
            case "brief-mailed":
                await BriefTests.MakeAsync(page, window);
                await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
                await page.GetByLabel("Mail to", new() { Exact = true }).FillAsync("board@desk.example, desk@desk.example");
                await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
                await Assertions.Expect(page.GetByText("The mail server took it.")).ToHaveCountAsync(2);
                await page.GetByRole(AriaRole.Heading, new() { Name = "By mail" }).ScrollIntoViewIfNeededAsync();
                break;
            case "brief-schedules":
                await window.GoAsync("/briefs");
                await page.GetByRole(AriaRole.Button, new() { Name = "Add a schedule" }).ClickAsync();
                await page.GetByLabel("Region").SelectOptionAsync(new SelectOptionValue { Label = "Pakistan's north-west" });
                await page.GetByLabel("Mail the brief, once it is approved, to", new() { Exact = true }).FillAsync("board@desk.example");
                await page.GetByRole(AriaRole.Button, new() { Name = "Add the schedule" }).ClickAsync();
                await page.GetByText("Once approved mailed to board@desk.example").First.WaitForAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Add a schedule" }).ClickAsync();
                await page.GetByLabel("How often").ScrollIntoViewIfNeededAsync();
                break;
            case "source":
                await window.GoAsync("/sources");
                await page.Locator("tr.row a.name").First.ClickAsync();
                await page.GetByRole(AriaRole.Heading, new() { Name = "Articles" }).WaitForAsync();
                break;
            case "article":
                await window.GoAsync("/sources");
                await page.Locator("tr.row a.name").First.ClickAsync();
                await page.GetByRole(AriaRole.Heading, new() { Name = "Articles" }).WaitForAsync();
                await page.Locator("section li a").First.ClickAsync();
                await page.GetByRole(AriaRole.Heading, new() { Name = "Its way" }).WaitForAsync();
                break;
            case "catalogue":
                await window.GoAsync("/sources/catalogue");
                await page.GetByRole(AriaRole.Switch).First.WaitForAsync();
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
                await page.Locator("details.field summary").Filter(new() { HasText = "Where" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Correct Where" }).ClickAsync();
                await page.Locator("form.correction").WaitForAsync();
                break;
            case "alerts" or "alert":
                await window.GoAsync("/alerts/new?type=Battles&country=PK");
                await page.GetByLabel("Name").FillAsync("Battles in Pakistan");
                await Assertions.Expect(page.Locator(".past")).ToContainTextAsync("Would have fired");
                await page.GetByRole(AriaRole.Button, new() { Name = "Make the rule" }).ClickAsync();
                await page.GetByRole(AriaRole.Heading, new() { Name = "Change the rule" }).WaitForAsync();
                if (name == "alerts") await window.GoAsync("/alerts");
                await page.GetByRole(AriaRole.Heading, new() { Name = "Notices" }).WaitForAsync();
                break;
            default:
                await window.GoAsync($"/{name}");
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
                break;
        }
    }
}
