using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The figures of quality after an editor's work, and the corrections behind them, on a demo of their own.</summary>
public sealed class QualityPageTests(RealBrowser browser, DemoSite site) : IClassFixture<DemoSite>
{
    public static MatrixTheoryData<int, ColorScheme> Looks { get; } = new([1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Figures_FollowFromTheDesk_AndOpenWhatIsBehindThem(int width, ColorScheme scheme)
    {
        await WorkAsync();
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        var page = window.Page;
        await window.GoAsync("/quality");
        var killed = page.GetByRole(AriaRole.Region, new() { Name = "By field" }).Locator("tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Killed" }) });
        await Assertions.Expect(killed).ToBeVisibleAsync();

        await killed.GetByRole(AriaRole.Link, new() { Name = "Killed: 1 changed" }).ClickAsync();

        await Assertions.Expect(page.Locator("#behind li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#behind li")).ToContainTextAsync("8 demo user: 12");
        await Look.AtAsync(window, "quality", width, scheme);
    }

    // Every incident of the desk is confirmed, and one toll corrected; once for all looks.
    private async Task WorkAsync()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/quality");
        await Assertions.Expect(page.GetByText("Counting…")).ToHaveCountAsync(0);
        if (await page.GetByText("Nobody has confirmed or corrected").CountAsync() == 0) return;
        await EditingTests.OpenAsync(window, "Pasni");
        await EditingTests.TypeAsync(window, "12");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("details.field summary .value").Filter(new() { HasText = "12" }).First).ToBeVisibleAsync();
        await window.GoAsync("/desk");
        await page.Locator(".desk-row").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Confirm the \\d+ chosen") }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToBeVisibleAsync();
    }
}
