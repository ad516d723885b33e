using System.Net;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Briefs;
using BorderWatch.Web.Tests.Host;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Briefs;

/// <summary>A brief as a Word document, over the wire and opened again.</summary>
public sealed class BriefDocumentTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    private const string Assessment = "Clashes go on.\nRoads are watched.\n\n<b>Not markup</b> & \"quoted\" \u0001=1+1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_IsValid_WithTheBriefsWordsFiguresAndLinks()
    {
        var brief = await MakeAsync();

        using var answer = await many.Http.GetAsync(new Uri($"/export/briefs/{brief.Id}.docx", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("brief-2026-11-01-2026-11-24-v2.docx", answer.Content.Headers.ContentDisposition?.FileName);
        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        using var document = WordprocessingDocument.Open(bytes, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, Stop).Take(3).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var paragraphs = body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal(["Security brief · draft", "Pamir, 1 Nov to 24 Nov 2026"], paragraphs[..2]);
        Assert.Contains($"{BriefWords.Lead(brief.Content)} {BriefWords.Comparison(brief.Content)} {BriefWords.OverYear(brief.Content)}", paragraphs);
        Assert.Contains("<b>Not markup</b> & \"quoted\" =1+1", paragraphs);
        Assert.Contains("Clashes go on.Roads are watched.", paragraphs); // A line break stands between.
        Assert.Contains("Not written.", paragraphs);
        Assert.Equal(["Type", "Now", "Before", "Battles", "1", "–", "All", "1", "–"], body.Elements<Table>().First().Descendants<TableCell>().Select(cell => cell.InnerText));

        var link = Assert.Single(body.Descendants<Hyperlink>());
        Assert.Equal("=HYPERLINK(\"http://evil.example\",\"click\"),\"quoted\"", link.InnerText);
        Assert.Equal($"{many.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}/incidents/{many.Hostile}", document.MainDocumentPart.HyperlinkRelationships.Single(relation => relation.Id == link.Id!.Value).Uri.ToString());
        Assert.Contains(brief.Content.Incidents.Select(BriefParts.Detail).Single(), paragraphs);
        Assert.StartsWith(BriefParts.Method(brief), Assert.Single(document.MainDocumentPart.FooterParts).Footer!.InnerText, StringComparison.Ordinal);
        Assert.Contains("1 of 1 outlet brought articles in this period", BriefParts.Method(brief), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsTheOneAskedFor_AndOthersAreNot()
    {
        var brief = await MakeAsync();

        using var first = await many.Http.GetAsync(new Uri($"/export/briefs/{brief.Id}.docx?version=1", UriKind.Relative), Stop);
        using var none = await many.Http.GetAsync(new Uri($"/export/briefs/{brief.Id}.docx?version=3", UriKind.Relative), Stop);
        using var odd = await many.Http.GetAsync(new Uri($"/export/briefs/{brief.Id}.docx?version=x", UriKind.Relative), Stop);

        using var document = WordprocessingDocument.Open(new MemoryStream(await first.Content.ReadAsByteArrayAsync(Stop)), false);
        Assert.DoesNotContain("Clashes", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (none.StatusCode, odd.StatusCode));
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType?.MediaType);
    }

    private async Task<BriefReading> MakeAsync()
    {
        await using var services = new ServiceCollection().AddStore(many.ConnectionString).BuildServiceProvider();
        var regions = services.GetRequiredService<IRegionCommands>();
        var region = (await regions.EnsureAsync("Pamir", [new RegionPart.Area("TJ", "Gorno-Badakhshan")], Caller.Local, Stop)).Value;
        var briefs = services.GetRequiredService<IBriefCommands>();
        var id = (await briefs.ComposeAsync(region, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 24), Caller.Local, Stop)).Value;
        Assert.Null((await briefs.SaveAsync(id, 1, new BriefText("Pamir, 1 Nov to 24 Nov 2026", Assessment, ""), false, Caller.Local, Stop)).Error);
        return (await services.GetRequiredService<IBriefQuery>().ReadAsync(id, null, Stop))!;
    }
}
