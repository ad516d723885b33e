using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The interface in Persian: chosen, from right to left, worked with, and looked at.</summary>
[Collection(DemoTests.Name)]
public sealed class LanguageTests(RealBrowser browser, DemoSite site)
{
    private static readonly string[] s_pages =
    [
        "/", "/?killed=1..&q=colour:red", "/map", "/desk", "/desk?lane=duplicates", "/regions", "/regions/compare", "/sources", "/sources/catalogue", "/alerts", "/alerts/new?type=Battles",
        "/briefs", "/views", "/quality", "/learning", "/tags", "/account",
    ];

    // Where a page is that has an id in its address: the link to it, and the page that has the link.
    private static readonly (string From, string Link)[] s_linked =
    [
        ("/", "article.row h3 a"), ("/incidents/", "a[href^='/actors/']"), ("/incidents/", "a[href^='/places/']"), ("/regions", "main a[href^='/regions/']:not([href*=compare])"),
        ("/regions/", "main a[href*='/calendar']"), ("/regions/", "main a[href$='/edit']"), ("/sources", "tr.row a.name"), ("/sources/", "section li a[href^='/articles/']"),
    ];

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task EveryPage_FitsAndIsAccessible_InPersian(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        var faults = new List<string>();
        await ChoosePersianAsync(window);
        foreach (var path in s_pages) await LookAtAsync(path);
        var found = new Dictionary<string, string>();
        foreach (var (from, link) in s_linked)
        {
            await window.GoAsync(found.GetValueOrDefault(from, from));
            var path = await window.Page.Locator(link).First.GetAttributeAsync("href");
            found.TryAdd($"/{path!.Split('/')[1]}/", path);
            await LookAtAsync(path);
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task LookAtAsync(string path)
        {
            await window.Page.GotoAsync(path);
            await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
            if (path != "/account") await window.InteractiveAsync(); // Which has no circuit.
            await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await window.Page.WaitForTimeoutAsync(400); // What arrives after the page is there: rows, a map, a chart.
            var name = string.Join('-', path.Split('/', '?', '&', '=').Where(part => part.Length > 0 && !Guid.TryParse(part, out _)).Select(part => part.Replace(":", "", StringComparison.Ordinal)));
            if (await Record.ExceptionAsync(() => Look.AtAsync(window, $"fa-{(name.Length == 0 ? "timeline" : name)}", width, scheme)) is { } fault) faults.Add($"{path}: {fault.Message}");
        }
    }

    [Fact]
    public async Task Reader_ChoosesPersian_AndWorksInIt()
    {
        await using var window = await browser.OpenAsync(site.Address, 390, ColorScheme.Light);
        await ChoosePersianAsync(window);
        var page = window.Page;
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("حساب شما");

        // Days in the calendar that was chosen, and the filter in its words.
        await window.GoAsync("/?type=Battles");
        await page.Locator("article.row").First.WaitForAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "fa");
        await Assertions.Expect(page.Locator(".chips").GetByText("نبردها")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section.day h2 time").First).ToContainTextAsync("140");
        await page.Locator(".chips button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".chips")).ToHaveCountAsync(0);

        // What the circuit writes is Persian as well, not only what the server wrote first.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^فیلترها") }).ClickAsync();
        await page.GetByLabel("گزارش‌ها یکسان نیستند").CheckAsync();
        await Assertions.Expect(page.Locator(".chips").GetByText("گزارش‌ها یکسان نیستند")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "نمایش رویدادها" }).ClickAsync();

        await page.Locator("article.row h3 a").First.ClickAsync();
        await page.Locator("article.report").First.WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "حاصل جمع گزارش‌ها" })).ToBeVisibleAsync();
        Assert.Equal(("ltr", 390), (await page.Locator("article.report .text").First.EvaluateAsync<string>("text => getComputedStyle(text).direction"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        await Look.AtAsync(window, "fa-incident", 390, ColorScheme.Light);

        // The same reader's files are everybody's.
        var file = await page.APIRequest.GetAsync("/export/incidents.csv?killed=1..");
        Assert.DoesNotContain("نبردها", await file.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Battles", await file.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task ChoosePersianAsync(Window window)
    {
        await window.Page.GotoAsync("/account");
        await window.Page.Locator("select[name=ChosenLanguage]").SelectOptionAsync("fa");
        await window.Page.Locator("select[name=ChosenZone]").SelectOptionAsync("Asia/Kabul");
        await window.Page.Locator("select[name=ChosenDates]").SelectOptionAsync("SolarHijri");
        await window.Page.Locator("form:has(select[name=ChosenLanguage]) button").ClickAsync();
        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "fa");
    }
}
