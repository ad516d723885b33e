using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A manager's brief: made from a region's page, written, approved, mailed.</summary>
[Collection(DemoTests.Name)]
public sealed partial class BriefTests(RealBrowser browser, DemoSite site)
{
    [Fact]
    public async Task Brief_IsMadeWrittenAndApproved()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        var counted = await page.Locator("tfoot a").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a brief" }).ClickAsync();

        await window.ReachAsync("**/briefs/**");
        var sheet = page.Locator("article.sheet");
        await Assertions.Expect(sheet.Locator(".lead")).ToContainTextAsync($"{counted} incidents were reported.");
        await page.GetByLabel("Assessment: what do you make of it?").FillAsync("Attacks on mosques and convoys go on.\n\n<b>Roads</b> are watched.");
        await page.GetByLabel("Outlook: what do you expect?").FillAsync("More of the same.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save a new version" }).ClickAsync();

        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("version 2 of 2");
        await Assertions.Expect(sheet).ToContainTextAsync("<b>Roads</b> are watched."); // Text, never markup.
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("Approved");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Versions" }).GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is an earlier version.")).ToBeVisibleAsync();
        await Assertions.Expect(sheet).Not.ToContainTextAsync("are watched");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Schedule_MakesADraft_TellsOfIt_AndMailsItOnceItIsApproved()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/briefs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a schedule" }).ClickAsync();
        await page.GetByLabel("Region").SelectOptionAsync(new SelectOptionValue { Label = "Pakistan's north-west" });
        await page.GetByLabel("How often").SelectOptionAsync(new SelectOptionValue { Label = "Every day" });
        // The next whole minute that is at least half a minute away.
        await page.GetByLabel("At", new() { Exact = true }).FillAsync(DateTime.UtcNow.AddSeconds(90).ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.GetByLabel("Tell of the draft by mail", new() { Exact = true }).FillAsync("editor@desk.example");
        await page.GetByLabel("Mail the brief, once it is approved, to", new() { Exact = true }).FillAsync("chief@desk.example");
        await page.GetByLabel("With the Word document").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the schedule" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Draft told to editor@desk.example.")).ToBeVisibleAsync();

        var notice = await MailToAsync("editor@desk.example", TimeSpan.FromMinutes(3));
        Assert.StartsWith("Draft to complete: Pakistan's north-west, ", notice.Subject, StringComparison.Ordinal);
        await window.GoAsync(BriefAddress().Match(notice.TextBody!).Value);
        await Assertions.Expect(page.Locator(".tools")).ToContainTextAsync("Made on schedule.");
        await page.GetByLabel("Outlook: what do you expect?").FillAsync("A quiet day.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save a new version" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tools .status")).ToContainTextAsync("version 2 of 2");
        Assert.DoesNotContain(site.Mail.Kept, mail => mail.To.ToString() == "chief@desk.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Assertions.Expect(page.Locator(".log")).ToContainTextAsync("Sent mail to chief@desk.example, version 2 with the Word document");
        var mail = await MailToAsync("chief@desk.example", TimeSpan.FromMinutes(1));
        Assert.Contains("A quiet day.", mail.HtmlBody!, StringComparison.Ordinal);
        Assert.Contains("A quiet day.", mail.TextBody!, StringComparison.Ordinal);
        Assert.EndsWith("-v2.docx", Assert.Single(mail.Attachments).ContentDisposition!.FileName, StringComparison.Ordinal);

        await window.GoAsync("/briefs");
        var row = page.Locator("section li").Filter(new() { HasText = "editor@desk.example" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Paused");
        await row.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes, remove" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }

    /// <summary>Makes a brief of a region's newest days and opens it.</summary>
    internal static async Task MakeAsync(IPage page, Window window)
    {
        await window.GoAsync("/regions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pakistan's north-west" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a brief" }).ClickAsync();
        await page.Locator("article.sheet").WaitForAsync();
    }

    private async Task<MimeMessage> MailToAsync(string address, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            if (site.Mail.Kept.FirstOrDefault(mail => mail.To.ToString() == address) is { } mail) return mail;
            await Task.Delay(200, limit.Token);
        }
    }

    [GeneratedRegex("/briefs/[0-9a-f-]{36}")]
    private static partial Regex BriefAddress();
}
