using AngleSharp.Html.Parser;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Briefs;
using BorderWatch.Web.Tests.Host;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Briefs;

/// <summary>A brief as a mail, over figures and titles of a real store.</summary>
public sealed class BriefMailLetterTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    private const string Hostile = "<script>alert(1)</script> & \"quoted\"\n\n<img src=x onerror=alert(2)>";
    private static readonly Uri s_site = new("https://watch.example.org/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Html_SaysWhatThePageSays_EachFigureALinkToItsIncidents()
    {
        var brief = await MakeAsync();
        // The outlet was heard in the period before as well.
        brief = brief with { Content = brief.Content with { Coverage = brief.Content.Coverage with { SpokeBefore = 1 } } };

        var html = await new HtmlParser().ParseDocumentAsync(new BriefMailLetter().Write(brief, false, s_site).Html!, Stop);

        Assert.Contains($"{BriefWords.Lead(brief.Content)} {BriefWords.Comparison(brief.Content)} {BriefWords.OverYear(brief.Content)}", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(BriefParts.Method(brief), html.Body.TextContent, StringComparison.Ordinal);
        var region = brief.RegionId;
        var figures = html.QuerySelector("table")!.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("th, td a").Select(cell => $"{cell.TextContent} {cell.GetAttribute("href")}".Trim())));
        Assert.Equal(
            [
                $"Battles | 1 https://watch.example.org/?from=2026-11-01&to=2026-11-24&type=Battles&region={region} | 0 https://watch.example.org/?from=2026-10-08&to=2026-10-31&type=Battles&region={region}",
                $"All | 1 https://watch.example.org/?from=2026-11-01&to=2026-11-24&region={region} | 0 https://watch.example.org/?from=2026-10-08&to=2026-10-31&region={region}",
            ], figures);
        Assert.Equal($"https://watch.example.org/incidents/{many.Hostile}", html.QuerySelector("ol a")!.GetAttribute("href"));
        Assert.Equal($"https://watch.example.org/briefs/{brief.Id}?version=2", html.QuerySelector("h1 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Html_TakesNothingForMarkup_AndLoadsNothing()
    {
        var brief = await MakeAsync();

        var written = new BriefMailLetter().Write(brief, false, s_site).Html!;

        var html = await new HtmlParser().ParseDocumentAsync(written, Stop);
        Assert.Empty(html.QuerySelectorAll("script, img, link, iframe, object, [onerror], [src]"));
        Assert.Contains(html.QuerySelectorAll("p"), p => p.TextContent == "<script>alert(1)</script> & \"quoted\"");
        Assert.Contains(html.QuerySelectorAll("p"), p => p.TextContent == "<img src=x onerror=alert(2)>");
        Assert.DoesNotContain('\u0001', written);
    }

    [Fact]
    public async Task Text_HasTheSameFiguresAndAddresses()
    {
        var brief = await MakeAsync();

        var text = new BriefMailLetter().Write(brief, false, s_site).Text;

        Assert.Contains($"Battles: 1, –\n  https://watch.example.org/?from=2026-11-01&to=2026-11-24&type=Battles&region={brief.RegionId}\n", text, StringComparison.Ordinal);
        Assert.Contains($"   https://watch.example.org/incidents/{many.Hostile}\n", text, StringComparison.Ordinal);
        Assert.Contains(BriefParts.Detail(brief.Content.Incidents[0]), text, StringComparison.Ordinal);
        Assert.Contains("OUTLOOK\nNot written.\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"-- \n{BriefParts.Method(brief)}\n{BriefParts.Credit}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordDocument_GoesWithIt_WhereItIsAskedFor()
    {
        var brief = await MakeAsync();

        var letter = new BriefMailLetter().Write(brief, true, s_site);

        Assert.Equal("brief-2026-11-01-2026-11-24-v2.docx", letter.Attachment!.Name);
        using var document = WordprocessingDocument.Open(new MemoryStream(letter.Attachment.Bytes), false);
        Assert.Contains(BriefWords.Lead(brief.Content), document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_TellsOfTheDraft_WithoutFigures_AndOfWhatWasMissed()
    {
        var due = new DateTimeOffset(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);
        var brief = await MakeAsync() with { Schedule = new(due, due.AddHours(3), 2, new(2026, 10, 1)) };

        var letter = new BriefMailLetter().Tell(brief, s_site);

        Assert.Equal("Draft to complete: Pamir, 1 Nov to 24 Nov 2026", letter.Subject);
        Assert.Contains($"https://watch.example.org/briefs/{brief.Id}\n", letter.Text, StringComparison.Ordinal);
        const string Missed = "Made on schedule; it was due 25 Nov 2026, 01:00 UTC and was made 25 Nov 2026, 04:00 UTC, as soon as the server was back. The 2 briefs that were due before it, of 1–31 Oct 2026, were not made: the server was away.";
        Assert.Contains(Missed, letter.Text, StringComparison.Ordinal);
        Assert.StartsWith(Missed, BriefParts.Method(brief), StringComparison.Ordinal);
        Assert.DoesNotContain("incident", letter.Text, StringComparison.Ordinal);
        Assert.Null(letter.Html);
    }

    private async Task<BriefReading> MakeAsync()
    {
        await using var services = new ServiceCollection().AddStore(many.ConnectionString).BuildServiceProvider();
        var region = (await services.GetRequiredService<IRegionCommands>().EnsureAsync("Pamir", [new RegionPart.Area("TJ", "Gorno-Badakhshan")], Caller.Local, Stop)).Value;
        var briefs = services.GetRequiredService<IBriefCommands>();
        var id = (await briefs.ComposeAsync(region, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 24), Caller.Local, Stop)).Value;
        Assert.Null((await briefs.SaveAsync(id, 1, new BriefText("Pamir, 1 Nov to 24 Nov 2026", Hostile, ""), false, Caller.Local, Stop)).Error);
        return (await services.GetRequiredService<IBriefQuery>().ReadAsync(id, null, Stop))!;
    }
}
