using BorderWatch.Ingestion.Tests.Opinions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>An editor asks a language model about an article, sees what it reads beside the extractor, and takes a value.</summary>
public sealed class SecondOpinionTests(RealBrowser browser, ModelSite site) : IClassFixture<ModelSite>
{
    private const string Text =
        "HERAT – Gunmen on motorcycles abducted two surveyors of a road company near Shindand in Herat province on Tuesday, the provincial police said. A guard was shot dead and another was wounded when they tried to stop the attackers. No group has claimed responsibility.";

    [Fact]
    public async Task Opinion_IsAskedForShownAndTaken()
    {
        site.Model.Says = ModelEndpoint.Incident(
            ("type", "Abduction/forced disappearance", "abducted two surveyors"), ("abducted", "2", "abducted two surveyors"), ("place", "Herat", "in Herat province"), ("target", "surveyors", "two surveyors of a road company"),
            ("killed", "2", "two surveyors of a road company"), ("perpetrator", "Taliban", "Gunmen on motorcycles"), ("injured", "12", "twelve were wounded"));
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await Pasting.PreviewAsync(window, "Gunmen seize two surveyors near Shindand", Text, "2026-11-11T08:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await window.ReachAsync("**/incidents/**");
        var incident = new Uri(page.Url).AbsolutePath;
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A second opinion" })).ToHaveCountAsync(0);
        var article = (await page.Locator("a[href^='/articles/']").First.GetAttributeAsync("href"))!;

        await window.GoAsync(article);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for a second opinion" }).ClickAsync();
        var opinion = page.GetByRole(AriaRole.Region, new() { Name = "Second opinion" });
        await Assertions.Expect(opinion).ToContainTextAsync("by model/small: 5 values kept, 2 dropped.");
        await Assertions.Expect(opinion).ToContainTextAsync("Asked for by demo user.");
        await opinion.GetByText("Why values were dropped").ClickAsync();
        await Assertions.Expect(opinion).ToContainTextAsync("injured: the quoted words do not stand in the article");
        Assert.Single(site.Model.Asked);

        foreach (var width in (int[])[1440, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var reader = await browser.OpenAsync(site.Address, width, scheme);
                await LookAsync(reader, incident, "A second opinion", "opinion-incident", width, scheme);
                await LookAsync(reader, article, "Second opinion", "opinion-article", width, scheme);
                await LookAsync(reader, "/sources", "Second opinions", "opinion-sources", width, scheme);
            }
        }

        await window.GoAsync("/desk?lane=opinions");
        await page.Locator($"a[href^='{incident}']").First.ClickAsync();
        await window.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this value: Killed 2" }).ClickAsync();

        var killed = page.Locator("details.field").Filter(new() { Has = page.Locator("summary").Filter(new() { HasTextRegex = new(@"^\s*Killed") }) });
        await Assertions.Expect(killed.Locator("summary")).ToContainTextAsync("ruled");
        await Assertions.Expect(killed.Locator("summary .value")).ToHaveTextAsync("2");
        await Assertions.Expect(killed).ToContainTextAsync("taken from the second opinion of model/small");
        Assert.Empty(window.Faults);
    }

    private static async Task LookAsync(Window window, string path, string heading, string name, int width, ColorScheme scheme)
    {
        await window.GoAsync(path);
        var section = window.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true });
        await section.ScrollIntoViewIfNeededAsync();
        await section.EvaluateAsync("heading => heading.scrollIntoView({ block: 'start' })");
        await Look.AtAsync(window, name, width, scheme);
    }
}
