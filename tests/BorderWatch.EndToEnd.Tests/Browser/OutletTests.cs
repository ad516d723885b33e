using System.Globalization;
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
        await Row(window, "Hostile Herald").GetByRole(AriaRole.Link, new() { NameRegex = new("incidents? of") }).ClickAsync();
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
        await Row(window, "Breaking Bulletin").GetByRole(AriaRole.Link, new() { NameRegex = new("incidents? of") }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("article.row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task ArticleThatFailed_ShowsItsWay_AndIsReadWhenTriedAgain()
    {
        const string Item = "<rss version=\"2.0\"><channel><title>Outlet</title><item><guid isPermaLink=\"false\">late</guid>";
        site.Outlets.Serve("/late", $"{Item}</item></channel></rss>", "application/rss+xml");
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Late Ledger", "/late");
        await PollAsync(window, "Late Ledger");
        await Assertions.Expect(Row(window, "Late Ledger")).ToContainTextAsync("could not be read");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Late Ledger", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Failed 1" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "late", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".steps li.failed")).ToContainTextAsync("neither a headline nor a text");
        site.Outlets.Serve("/late", $"{Item}<title>Five hurt in Farah blast</title><description>A roadside bomb wounded five people in the city of Farah on Monday, the police said.</description></item></channel></rss>", "application/rss+xml");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("1 of 1 article could be read: 1 new incident")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".steps li.done")).ToHaveCountAsync(5);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Five hurt in Farah blast");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task BrokenSource_IsANoticeAtTheTop()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Gone Gazette", "/gone");
        for (var poll = 1; poll <= 3; poll++)
        {
            await PollAsync(window, "Gone Gazette");
            await Assertions.Expect(Row(window, "Gone Gazette").Locator(".error[role=status]")).ToContainTextAsync("404");
            await window.GoAsync("/sources");
        }

        var notices = window.Page.GetByRole(AriaRole.Region, new() { Name = "Sources that need a look" });
        await Assertions.Expect(notices).ToContainTextAsync("Gone Gazette has not answered well since it was added (3 polls in a row): The server answered 404");
        await notices.GetByRole(AriaRole.Link, new() { Name = "Gone Gazette" }).ClickAsync();
        await window.Page.GetByLabel("Reliability").SelectOptionAsync("NotUsuallyReliable");
        await Assertions.Expect(window.Page.GetByText("Reliability: D, not usually reliable.")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Switch on" })).ToBeVisibleAsync();
        await window.GoAsync("/sources");
        await Assertions.Expect(Row(window, "Gone Gazette")).ToContainTextAsync("off");
        await Assertions.Expect(notices).ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Past_IsAskedForOnTheSourcesPage_AndItsFailedPagesAreTriedAgain()
    {
        var day = DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        site.Outlets.Serve("/sitemap.xml", $"<urlset><url><loc>/then-a</loc><lastmod>{day}</lastmod></url><url><loc>/then-b</loc><lastmod>{day}</lastmod></url></urlset>", "application/xml");
        site.Outlets.Serve("/then-a", Page("Kunduz", day));
        await using var window = await browser.OpenAsync(site.Address);
        await AddAsync(window, "Then Times", "/then-feed");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Then Times", Exact = true }).ClickAsync();
        var past = window.Page.GetByRole(AriaRole.Region, new() { Name = "The past" });

        await past.GetByRole(AriaRole.Button, new() { Name = "Take in what was published then" }).ClickAsync();

        await Assertions.Expect(past).ToContainTextAsync("Done: 2 of 2 pages; 1 taken in, 1 failed", new() { Timeout = 60_000 });
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Bomb in Kunduz", Exact = true })).ToBeVisibleAsync();
        site.Outlets.Serve("/then-b", Page("Taloqan", day));
        await past.GetByRole(AriaRole.Button, new() { Name = "Try the failed again" }).ClickAsync();
        await Assertions.Expect(past).ToContainTextAsync("Done: 2 of 2 pages; 2 taken in", new() { Timeout = 60_000 });
        await past.ScrollIntoViewIfNeededAsync();
        await Look.AtAsync(window, "source-past", 1440, ColorScheme.Light);
        await window.Page.SetViewportSizeAsync(390, 844);
        await past.ScrollIntoViewIfNeededAsync();
        await Look.AtAsync(window, "source-past", 390, ColorScheme.Light);
    }

    [Fact]
    public async Task ListOfFeeds_IsTakenOver_AndSavedAgain()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/sources");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Take over OPML" }).ClickAsync();
        // Blazor listens to the field a moment after it is drawn; a person is never so quick.
        var file = window.Page.GetByLabel("The file");
        while (!await file.EvaluateAsync<bool>("field => field._blazorInputFileNextFileId !== undefined")) await window.Page.WaitForTimeoutAsync(100);
        await file.SetInputFilesAsync(new FilePayload
        {
            Name = "feeds.opml",
            MimeType = "text/x-opml",
            Buffer = System.Text.Encoding.UTF8.GetBytes("<opml version=\"2.0\"><body><outline text=\"Listed Leader\" xmlUrl=\"https://leader.example/rss\"/><outline text=\"A file\" xmlUrl=\"file:///etc/passwd\"/></body></opml>"),
        });
        await Assertions.Expect(window.Page.GetByText("1 source added, 0 here already, 1 refused")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(Row(window, "Listed Leader")).ToBeVisibleAsync();

        var saved = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "Save as OPML" }).ClickAsync());

        Assert.Contains("https://leader.example/rss", await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(window.Faults);
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

    private static string Page(string city, string day) =>
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bomb in {city}</title><meta property="article:published_time" content="{day}T08:00:00Z"></head>
        <body><article><h1>Bomb in {city}</h1><p>Two people were killed and five wounded when a bomb exploded at a bus stop in the Afghan city of {city} on Monday, the police said.
        Nobody has said who did it, and an inquiry has been opened by the province's governor.</p><p>Shops near by were closed for the day, and the wounded were taken to the city's hospital,
        where relatives waited for news until late in the evening.</p></article></body></html>
        """;

    private static string Rss(string title, string text) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Outlet</title><link>https://outlet.example/</link><description>News</description>
        <item><title>{System.Net.WebUtility.HtmlEncode(title)}</title><guid isPermaLink="false">{title.Length}</guid>
        <pubDate>Fri, 13 Nov 2026 06:00:00 GMT</pubDate><description>{System.Net.WebUtility.HtmlEncode($"<p>{text}</p>")}</description></item>
        </channel></rss>
        """;
}
