using System.Net;
using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>An alert: a rule made from a view, an article that it fires for, the notice on the page, in the feed and at a webhook.</summary>
public sealed class AlertTests(RealBrowser browser, AlertSite site) : IClassFixture<AlertSite>
{
    [Fact]
    public async Task Rule_TellsOfWhatComes_OnThePage_InTheFeed_AndByWebhook()
    {
        site.Outlets.Serve("/hook", new OutletResponse { Status = HttpStatusCode.NoContent });
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/?country=AF");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make an alert" }).ClickAsync();
        await window.ReachAsync("**/alerts/new?country=AF");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take away the filter Afghanistan" })).ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("Afghanistan");
        await page.GetByLabel("Webhook").FillAsync(site.Outlets.Url("/hook").ToString());
        await Assertions.Expect(page.Locator(".past")).ToHaveTextAsync("Would not have fired in the last year.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the rule" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Afghanistan" })).ToBeVisibleAsync();
        var rule = new Uri(page.Url).AbsolutePath;

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await Assertions.Expect(page.Locator(".log")).ToContainTextAsync("Sent webhook, test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        var shown = page.Locator("dd").First;
        await Assertions.Expect(shown).ToContainTextAsync("://"); // Until the server answers, what stands there is the button.
        var feed = await shown.InnerTextAsync();
        await Pasting.SaveAsync(window, "Two border guards killed near Zaranj",
            "ZARANJ – Gunmen killed two border guards near Zaranj in Nimroz province in Afghanistan on Monday, officials said. The attackers fled on motorcycles.");
        await WaitForHookAsync(2);

        await window.GoAsync("/alerts");
        var notice = page.Locator(".notices > li").Filter(new() { HasText = "Afghanistan" });
        await Assertions.Expect(notice).ToContainTextAsync("1 incident");
        await Assertions.Expect(notice).ToContainTextAsync("2 killed");
        await Look.AtAsync(window, "alerts-notice", 1440, ColorScheme.Light);
        await notice.Locator("ul a").First.ClickAsync();
        await window.ReachAsync("**/incidents/**");
        await window.GoAsync(rule);
        await Assertions.Expect(page.Locator(".log")).ToContainTextAsync("Sent webhook, 1 notice");

        using var http = new HttpClient();
        var read = await http.GetStringAsync(feed);
        Assert.Contains("border guards near Zaranj", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(feed[..^1])).StatusCode);
        Assert.Empty(window.Faults);
    }

    private async Task WaitForHookAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (site.Outlets.Requests.Count(request => request.Target == "/hook") < count) await Task.Delay(200, patience.Token);
    }
}

/// <summary>A site that looks every second whether a rule fires.</summary>
public sealed class AlertSite : Site
{
    protected override string[] Settings => [.. base.Settings, "--Alerts:LookEvery=00:00:01"];
}
