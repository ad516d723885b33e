using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Feeds of outlets, kind and hostile, from the sources page to the timeline.</summary>
public sealed class OutletTests(RealBrowser browser, Site site) : IClassFixture<Site>
{
    // Feeds write headlines as HTML: this is one that says "<script>" in words, as an outlet might that means no harm, or does.
    private const string Hostile = "&lt;script&gt;alert('headline')&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; Two killed in Baghlan blast";

    [Fact]
    public async Task HostileHeadline_IsShownAsText()
    {
        site.Outlets.Serve("/hostile", Rss(Hostile, "A roadside bomb killed two policemen in Pul-e Khumri in Baghlan province on Wednesday, the police said."), "application/rss+xml");
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Hostile Herald", "/hostile");

        await PollAsync(window, "Hostile Herald");
        await Assertions.Expect(Row(window, "Hostile Herald")).ToContainTextAsync("1 new article of 1");
        await Row(window, "Hostile Herald").GetByRole(AriaRole.Link).ClickAsync();
        await window.Page.Locator("article.row a").First.ClickAsync();

        await Assertions.Expect(window.Page.Locator("article.report h3")).ToContainTextAsync("<script>alert('headline')</script>");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task FeedThatBreaks_SaysSoInWords_AndLosesNothing()
    {
        site.Outlets.Serve("/breaks", Rss("Three injured in Taloqan blast", "A bomb wounded three people at a market in Taloqan on Thursday, officials said."), "application/rss+xml");
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Breaking Bulletin", "/breaks");
        await PollAsync(window, "Breaking Bulletin");
        await Assertions.Expect(Row(window, "Breaking Bulletin")).ToContainTextAsync("1 new article of 1");

        site.Outlets.Serve("/breaks", "<html><body><h1>Under repair</h1><p>Come back later.</p></body></html>");
        await PollAsync(window, "Breaking Bulletin");

        await Assertions.Expect(Row(window, "Breaking Bulletin").Locator(".error")).ToContainTextAsync("feed");
        await window.GoAsync("/sources");
        await Assertions.Expect(Row(window, "Breaking Bulletin").Locator(".error")).ToBeVisibleAsync();
        await Row(window, "Breaking Bulletin").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(window.Page.Locator("article.row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AddressThatCannotBe_IsRefusedInWords_AndWhatWasTypedIsKept()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Nowhere News", "ftp://outlet.example/feed", expectAdded: false);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("must begin with http");
        await Assertions.Expect(window.Page.GetByLabel("Outlet", new() { Exact = true })).ToHaveValueAsync("Nowhere News");
    }

    private static ILocator Row(Window window, string outlet) => window.Page.Locator("tr.row", new() { HasText = outlet });

    private async Task AddAsync(Window window, string name, string path, bool expectAdded = true)
    {
        await window.GoAsync("/sources");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add a source" }).ClickAsync();
        await window.Page.GetByLabel("Outlet", new() { Exact = true }).FillAsync(name);
        await window.Page.GetByLabel("Address of its feed").FillAsync(path.StartsWith('/') ? site.Outlets.Address + path : path);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        if (expectAdded) await Assertions.Expect(Row(window, name)).ToBeVisibleAsync();
    }

    private static Task PollAsync(Window window, string outlet) => window.Page.GetByRole(AriaRole.Button, new() { Name = $"Poll now: {outlet}" }).ClickAsync();

    private static string Rss(string title, string text) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Outlet</title><link>https://outlet.example/</link><description>News</description>
        <item><title>{System.Net.WebUtility.HtmlEncode(title)}</title><guid isPermaLink="false">{title.Length}</guid>
        <pubDate>Fri, 13 Nov 2026 06:00:00 GMT</pubDate><description>{System.Net.WebUtility.HtmlEncode($"<p>{text}</p>")}</description></item>
        </channel></rss>
        """;
}
