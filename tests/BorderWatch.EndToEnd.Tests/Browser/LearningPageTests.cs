using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>An outlet's own Hyderabad, from three corrections to a switch that is thrown, on a site of its own.</summary>
public sealed class LearningPageTests(RealBrowser browser, Site site) : IClassFixture<Site>
{
    private const string Outlet = "Morning Wire";

    public static MatrixTheoryData<int, ColorScheme> Looks { get; } = new([1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task ThreeCorrections_AreLearnt_AndSwitchedOnByHand(int width, ColorScheme scheme)
    {
        await TeachAsync();
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        var page = window.Page;
        await window.GoAsync("/learning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Learn anew" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Learnt anew from 3 incidents: 1 thing", new() { Timeout = 60_000 });
        var item = page.Locator("li.learnt[data-learnt=Hyderabad]");
        await Assertions.Expect(item).ToContainTextAsync($"“Hyderabad” in {Outlet} is Hyderabad, Sindh, Pakistan");
        await Assertions.Expect(item).ToContainTextAsync("0 of 3");
        await Assertions.Expect(item).ToContainTextAsync("3 of 3");

        await item.GetByRole(AriaRole.Button, new() { NameRegex = new("^Switch on") }).ClickAsync();

        await Assertions.Expect(item.Locator(".state")).ToHaveTextAsync("on");
        await item.Locator("summary").ClickAsync();
        await Assertions.Expect(item.Locator("details li")).ToHaveCountAsync(3);
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        await Look.AtAsync(window, "learning", width, scheme);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sources" }).ScrollIntoViewIfNeededAsync();
        await Look.AtAsync(window, "learning-sources", width, scheme);
        await item.GetByRole(AriaRole.Button, new() { NameRegex = new("^Switch off") }).ClickAsync();
        await Assertions.Expect(item.Locator(".state")).ToHaveTextAsync("off");
    }

    // Three incidents of an outlet, each corrected to Sindh's town; once for all looks.
    private async Task TeachAsync()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/sources");
        if (await page.GetByText(Outlet, new() { Exact = true }).CountAsync() > 0) return;
        site.Outlets.Serve("/morning", Rss(), "application/rss+xml");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a source" }).ClickAsync();
        await page.GetByLabel("Outlet", new() { Exact = true }).FillAsync(Outlet);
        await page.GetByLabel("Address of its feed").FillAsync($"{site.Outlets.Address}/morning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Poll now: {Outlet}" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr.row", new() { HasText = Outlet })).ToContainTextAsync("3 new articles of 3");
        await window.GoAsync("/");
        await Assertions.Expect(page.Locator("article.row")).ToHaveCountAsync(3);
        var links = await page.Locator("article.row h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var link in links)
        {
            await window.GoAsync(link);
            await page.GetByRole(AriaRole.Toolbar, new() { Name = "Editing" }).WaitForAsync();
            var place = page.Locator("details.field").Filter(new() { Has = page.Locator("summary .name", new() { HasText = "Where" }) }).First;
            await place.Locator("summary").ClickAsync();
            await place.GetByRole(AriaRole.Button, new() { Name = "Correct Where" }).ClickAsync();
            var form = page.GetByRole(AriaRole.Form, new() { Name = "Correct the place" });
            await form.GetByLabel("Place", new() { Exact = true }).FillAsync("Hyderabad");
            var choice = form.GetByLabel(new Regex("^Which one"));
            var sindhs = choice.Locator("option").Filter(new() { HasText = "Hyderabad, Sindh" }).First; // The town; its district comes after it.
            await Assertions.Expect(sindhs).ToBeAttachedAsync();
            await choice.SelectOptionAsync((await sindhs.GetAttributeAsync("value"))!);
            await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(place.Locator("summary .value")).ToContainTextAsync("Sindh");
        }
    }

    private static string Rss() =>
        "<rss version=\"2.0\"><channel><title>Morning Wire</title>" + string.Concat(Enumerable.Range(0, 3).Select(n => $"""
            <item><guid isPermaLink="false">h{n}</guid><title>{n + 2} traders shot dead in Hyderabad</title><pubDate>{DateTime.UtcNow.AddDays(-10 - (20 * n)):yyyy-MM-dd}T12:00:00Z</pubDate>
            <description>Gunmen shot dead {n + 2} traders in Hyderabad on Sunday, officials said.</description></item>
            """)) + "</channel></rss>";
}
