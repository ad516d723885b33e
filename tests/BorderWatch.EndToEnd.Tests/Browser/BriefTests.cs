using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A manager's brief: made from a region's page, written, approved, printed.</summary>
[Collection(DemoTests.Name)]
public sealed partial class BriefTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task Brief_IsMadeWrittenApprovedAndPrinted()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        var counted = await page.Locator("tfoot a").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a brief" }).ClickAsync();

        await page.WaitForURLAsync("**/briefs/**");
        var sheet = page.Locator("article.sheet");
        await Assertions.Expect(sheet.Locator(".lead")).ToContainTextAsync($"{counted} incidents were reported.");
        await page.GetByLabel("Assessment: what do you make of it?").FillAsync("Attacks on mosques and convoys go on.\n\n<b>Roads</b> are watched.");
        await page.GetByLabel("Outlook: what do you expect?").FillAsync("More of the same.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save a new version" }).ClickAsync();

        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("version 2 of 2");
        await Assertions.Expect(sheet).ToContainTextAsync("<b>Roads</b> are watched."); // Text, never markup.
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("Approved");
        foreach (var format in new[] { "A4", "Letter" })
        {
            var printed = await page.PdfAsync(new() { Format = format, Path = Path.Combine(Pictures.Folder, $"brief-{format}.pdf"), Margin = new() { Top = "16mm", Bottom = "16mm", Left = "16mm", Right = "16mm" } });
            Assert.InRange(PdfPage().Count(Encoding.Latin1.GetString(printed)), 1, 3);
        }

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Versions" }).GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is an earlier version.")).ToBeVisibleAsync();
        await Assertions.Expect(sheet).Not.ToContainTextAsync("are watched");
        Assert.Empty(window.Faults);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
