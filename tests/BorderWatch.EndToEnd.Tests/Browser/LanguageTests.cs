using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The interface in Persian: chosen, from right to left, worked with, and looked at.</summary>
[Collection(DemoTests.Name)]
public sealed class LanguageTests(RealBrowser browser, DemoSite site)
{
    public static MatrixTheoryData<string, int> Looks { get; } = new(["/", "/?killed=1..", "/map", "/desk"], [1440, 390]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task PersianPage_FitsAndIsAccessible(string path, int width)
    {
        var scheme = width == 390 ? ColorScheme.Dark : ColorScheme.Light;
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        await ChoosePersianAsync(window);
        await window.Page.GotoAsync(path);
        await window.InteractiveAsync();
        if (path.StartsWith("/?", StringComparison.Ordinal) || path == "/") await window.Page.Locator("article.row").First.WaitForAsync();
        if (path == "/map") await window.Page.Locator(".maplibregl-canvas").First.WaitForAsync();
        await window.Page.WaitForTimeoutAsync(500); // For the picture.
        await Look.AtAsync(window, $"fa-{path.Trim('/').Split('?')[0] switch { "" => path.Length > 1 ? "filtered" : "timeline", var name => name }}", width, scheme);
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
