using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The main way: an article goes in, an incident comes out, and every value shows its sentence.</summary>
public sealed class ArticleToIncidentTests(RealBrowser browser, Site site) : IClassFixture<Site>
{
    private const string Headline = "Gunmen seize two surveyors near Shindand";

    private const string Text =
        """
        HERAT – Gunmen on motorcycles abducted two surveyors of a road company near Shindand in Herat province on Tuesday, the provincial police said.
        A guard was shot dead and another was wounded when they tried to stop the attackers.
        No group has claimed responsibility.
        """;

    private static readonly string s_borderUnrest = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "BorderWatch.EndToEnd.Tests", "Articles", "border-unrest.txt"));

    [Fact]
    public async Task PastedArticle_BecomesAnIncidentWithQuotes_AndOutlivesARestart()
    {
        string incident;
        await using (var window = await browser.OpenAsync(site.Address))
        {
            await Pasting.PreviewAsync(window, Headline, Text, "2026-11-11T08:00");
            var preview = window.Page.GetByRole(AriaRole.Region, new() { Name = "Incidents found" });
            await Assertions.Expect(preview.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
            await Assertions.Expect(preview).ToContainTextAsync("abduct 2 surveyors");

            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await window.ReachAsync("**/incidents/**");
            incident = new Uri(window.Page.Url).AbsolutePath;
            await AssertShowsQuotesAsync(window);
            Assert.Empty(window.Faults);
        }

        await site.RestartAsync();

        await using var after = await browser.OpenAsync(site.Address);
        await after.GoAsync("/");
        await after.Page.Locator($"article.row a[href='{incident}']").ClickAsync();
        await after.InteractiveAsync();
        await AssertShowsQuotesAsync(after);
    }

    [Fact]
    public async Task SameArticleTwice_SaysThatItIsStored()
    {
        await using var window = await browser.OpenAsync(site.Address);
        const string text =
            """
            Protesters blocked the main road in Khorog on Monday over power cuts that have lasted for a week, witnesses said.
            Some 200 people took part and nobody was hurt. The governor promised that two more turbines would run by the end of the month.
            """;
        await Pasting.PreviewAsync(window, "Residents of Khorog block road over power cuts", text, "2026-11-10T08:00");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await window.ReachAsync("**/incidents/**");
        var first = window.Page.Url;

        await Pasting.PreviewAsync(window, "Residents of Khorog block road over power cuts", text, "2026-11-10T08:00");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("This article was here already")).ToBeVisibleAsync();
        await window.ReachAsync(first);
    }

    [Fact]
    public async Task ArticleOnARegionAtUnrest_GivesItsThreeIncidents_AndNeitherEmbassyNorOutlet()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var parts = s_borderUnrest.Split('\n', 2);
        await Pasting.PreviewAsync(window, parts[0], parts[1], "2026-10-29T08:00");

        var preview = window.Page.GetByRole(AriaRole.Region, new() { Name = "Incidents found" });
        await Assertions.Expect(preview.GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
        var found = await preview.InnerTextAsync();
        Assert.Contains("drone", found, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Dushanbe", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Orient TV", found, StringComparison.Ordinal);
        Assert.DoesNotContain("appeared first", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatComesIn_IsToldOf_AndMovesNothing()
    {
        await using var reader = await browser.OpenAsync(site.Address);
        await reader.GoAsync("/");
        await using var window = await browser.OpenAsync(site.Address);
        await Pasting.PreviewAsync(window, "Two border guards killed near Zaranj",
            "ZARANJ – Gunmen killed two border guards near Zaranj in Nimroz province on Monday, officials said. The attackers fled on motorcycles.", "2026-11-10T08:00");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await window.ReachAsync("**/incidents/**");
        var row = reader.Page.Locator($"article.row a[href='{new Uri(window.Page.Url).AbsolutePath}']");

        var arrived = reader.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^\d+ new\. Show") });
        await Assertions.Expect(arrived).ToBeVisibleAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await arrived.ClickAsync();

        await Assertions.Expect(row).ToBeVisibleAsync();
        await Assertions.Expect(arrived).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ClosingADraft_AsksBeforeItIsLost()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/");
        await Pasting.OpenAsync(window);
        await window.Page.GetByLabel("Headline").FillAsync("Half a thought");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByLabel("Headline")).ToHaveValueAsync("Half a thought");
    }

    private static async Task AssertShowsQuotesAsync(Window window)
    {
        var page = window.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("abduct 2 surveyors");
        var summary = page.Locator("summary").Filter(new() { HasTextRegex = new(@"^\s*Killed") });
        await summary.ClickAsync();
        var killed = page.Locator("details.field").Filter(new() { Has = summary });
        await Assertions.Expect(killed.Locator("mark")).ToHaveTextAsync("A guard was shot dead");

        await killed.GetByRole(AriaRole.Button, new() { Name = "Show in the article" }).ClickAsync();

        var revealed = page.Locator("article.report mark.bw-revealed").First;
        await Assertions.Expect(revealed).ToBeVisibleAsync();
        Assert.Contains(await revealed.InnerTextAsync(), Text, StringComparison.Ordinal);
    }
}
