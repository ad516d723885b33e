using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The weekly brief of the demo data on paper: what a reader of the PDF finds, and what would annoy them.</summary>
[Collection(DemoTests.Name)]
public sealed class BriefPrintTests(RealBrowser browser, DemoSite site)
{
    // 16 mm.
    private const double Margin = 16 / 25.4 * 72;
    private static readonly string[] s_headings = ["Assessment", "Incidents by time", "By type", "For the first time", "Gravest incidents", "Outlook"];

    [Theory]
    [InlineData("A4", 595, 842, "from=2026-11-09&to=2026-11-15", 1)]
    [InlineData("Letter", 612, 792, "from=2026-11-09&to=2026-11-15", 1)]
    [InlineData("A4", 595, 842, "from=2026-09-02&to=2026-11-30", 2)]
    [InlineData("Letter", 612, 792, "from=2026-09-02&to=2026-11-30", 2)]
    public async Task Brief_OnPaper_HasAllOfIt_WholeRowsAndLinks(string format, double width, double height, string days, int pages)
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await OpenAsync(window, days);
        var titles = await page.Locator(".sheet ol a").AllInnerTextsAsync();
        Assert.NotEmpty(titles);
        var expected = new List<string> { await page.Locator(".sheet h1").InnerTextAsync(), await page.Locator(".sheet .lead").InnerTextAsync(), await page.Locator(".sheet footer p").First.InnerTextAsync(), "Attacks go on.", "No change." };
        var bytes = await page.PdfAsync(new() { Format = format, PrintBackground = true, Path = Path.Combine(Pictures.Folder, $"brief-{pages}-{format}.pdf") });

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(pages, pdf.NumberOfPages);
        var printed = pdf.GetPages().ToList();
        var all = Squeezed(string.Concat(printed.Select(Text)));
        Assert.All([.. expected, .. titles], text => Assert.Contains(Squeezed(text), all, StringComparison.Ordinal));
        foreach (var sheet in printed)
        {
            Assert.Equal(width, sheet.Width, tolerance: 2);
            Assert.Equal(height, sheet.Height, tolerance: 2);
            var words = sheet.GetWords().ToList();
            Assert.All(words, word => Assert.InRange(word.BoundingBox.Left, Margin - 1, width - Margin + 1));
            Assert.All(words, word => Assert.InRange(word.BoundingBox.Right, Margin - 1, width - Margin + 1));
            Assert.Contains(Squeezed($"Page {sheet.Number} of {pages}"), Squeezed(Text(sheet)), StringComparison.Ordinal);
            // An incident's two lines stay together, and no heading is left at a page's end.
            var text = Squeezed(Text(sheet));
            Assert.Equal(titles.Count(title => text.Contains(Squeezed(title), StringComparison.Ordinal)), text.Split(Squeezed("Told by")).Length - 1);
            var body = words.Where(word => word.BoundingBox.Bottom >= Margin).ToList();
            var last = string.Join(' ', body.Where(word => word.BoundingBox.Bottom < body.Min(other => other.BoundingBox.Bottom) + 3).Select(word => word.Text));
            Assert.DoesNotContain(last, s_headings);
        }
        var links = printed.SelectMany(sheet => sheet.GetHyperlinks()).Select(link => new Uri(link.Uri).AbsolutePath).ToList();
        Assert.Equal(titles.Count, links.Where(link => link.StartsWith("/incidents/", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains("/", links); // The figures' incidents on the timeline.
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Chart_CanBeReadInGrey()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await OpenAsync(window, "from=2026-11-09&to=2026-11-15");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var greys = await page.Locator(".figures").EvaluateAsync<double[]>(
            """
            figures => ['.swatch.now', '.swatch.before'].map(name => {
                const parts = getComputedStyle(figures.querySelector(name)).backgroundColor.match(/\d+/g).map(part => (part / 255) <= .04045 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4);
                return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
            })
            """);

        Assert.True((greys[1] + .05) / (greys[0] + .05) > 3, $"This period has a luminance of {greys[0]:0.00}, the one before {greys[1]:0.00}.");
    }

    private static async Task OpenAsync(Window window, string days)
    {
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        await page.Locator(".chart svg").WaitForAsync();
        await window.GoAsync($"{new Uri(page.Url).AbsolutePath}?{days}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a brief" }).ClickAsync();
        await page.Locator("article.sheet").WaitForAsync();
        await page.GetByLabel("Assessment: what do you make of it?").FillAsync("Attacks go on.\n\nConvoys near Bannu travel by day and in company; the road to Mir Ali is closed to the mission’s cars until the army has opened it again.");
        await page.GetByLabel("Outlook: what do you expect?").FillAsync("No change.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save a new version" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("version 2 of 2");
    }

    private static string Text(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
