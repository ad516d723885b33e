using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using BorderWatch.Web.Tests.Host;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BorderWatch.Web.Tests.Exports;

public sealed class ExportTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_HoldsEveryIncidentOnce_AndNoFormula()
    {
        var rows = await CsvAsync("/export/incidents.csv");

        Assert.Equal(ManyIncidents.Count, rows.Select(row => row["id"]).Distinct().Count());
        Assert.Equal(ManyIncidents.Count, rows.Count);
        var hostile = rows.Single(row => row["id"] == $"{many.Hostile}");
        Assert.Equal("'" + ManyIncidents.Formula, hostile["title"]);
        Assert.Equal(("3", "", "5"), (hostile["killed_low"], hostile["killed_best"], hostile["killed_high"]));
        Assert.Equal(("-36.7", "near", "Gorno-Badakhshan", "Tajikistan"), (hostile["latitude"], hostile["place_precision"], hostile["admin1"], hostile["country"]));
        Assert.Equal(("Unidentified gunmen", "Border guards", "Steppe Wire", "1"), (hostile["perpetrators"], hostile["targets"], hostile["sources"], hostile["report_count"]));
        Assert.Equal($"{many.Http.BaseAddress}incidents/{many.Hostile}", hostile["permalink"]);
        Assert.Equal("", hostile["injured_best"]);
    }

    [Fact]
    public async Task Csv_IsFilteredAsTheTimelineIs()
    {
        var rows = await CsvAsync($"/export/incidents.csv?type=Battles&actor={many.Perpetrator}");

        Assert.Equal($"{many.Hostile}", Assert.Single(rows)["id"]);
        Assert.Single(await CsvAsync("/export/incidents.csv?q=type:battles%20by:gunmen"));
    }

    [Fact]
    public async Task Csv_WithAcledsColumns_InventsNothing()
    {
        var row = Assert.Single(await CsvAsync("/export/incidents.csv?type=Battles&columns=acled"));

        Assert.Equal(("2026-11-20", "2026", "1", "2", "3"), (row["event_date"], row["year"], row["time_precision"], row["geo_precision"], row["fatalities"]));
        Assert.Equal(("Unidentified gunmen", "", "Border guards"), (row["actor1"], row["assoc_actor_1"], row["actor2"]));
        Assert.All(["event_id_cnty", "inter1", "interaction", "iso", "region", "source_scale", "disorder_type"], column => Assert.Equal("", row[column]));
        Assert.Equal($"{many.Hostile}", row["borderwatch_id"]);
    }

    [Fact]
    public async Task Claims_HaveTheirQuotes()
    {
        var rows = await CsvAsync("/export/incidents.claims.csv");

        Assert.Equal(["'+1 more", "Three were killed"], rows.Select(row => row["quote"]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(($"{many.Hostile}", "killed", "Steppe Wire", "https://steppe.example/1"), (row["incident_id"], row["field"], row["source"], row["url"])));
    }

    [Fact]
    public async Task Xlsx_IsAValidWorkbook()
    {
        await using var file = new MemoryStream(await many.Http.GetByteArrayAsync(new Uri("/export/incidents.xlsx", UriKind.Relative), Stop));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book, Stop).Take(3).Select(error => $"{error.Part?.Uri}: {error.Description}"));
        var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().ToList()).ToList();
        Assert.Equal([ManyIncidents.Count + 1, 3], sheets.Select(rows => rows.Count));
        Assert.Contains(sheets[0], row => row.Descendants<Cell>().ElementAt(2).InnerText == ManyIncidents.Formula.Replace("\u0001", ""));
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task GeoJson_HasPointsWhereThereAreAny()
    {
        using var json = JsonDocument.Parse(await many.Http.GetStringAsync(new Uri("/export/incidents.geojson", UriKind.Relative), Stop));

        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(ManyIncidents.Count, features.Count);
        var hostile = features.Single(feature => feature.GetProperty("id").GetGuid() == many.Hostile);
        Assert.Equal([71.5, -36.7], hostile.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal(JsonValueKind.Null, hostile.GetProperty("properties").GetProperty("killed_best").ValueKind);
        Assert.Contains(features, feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Kml_IsWellFormed()
    {
        XNamespace kml = "http://www.opengis.net/kml/2.2";

        var document = XDocument.Parse(await many.Http.GetStringAsync(new Uri("/export/incidents.kml?country=TJ", UriKind.Relative), Stop));

        var marks = document.Descendants(kml + "Placemark").ToList();
        Assert.Equal((await CsvAsync("/export/incidents.csv?country=TJ")).Count, marks.Count);
        Assert.All(marks, mark => Assert.Equal("71.5,-36.7", mark.Descendants(kml + "coordinates").Single().Value));
    }

    [Fact]
    public async Task Atom_FollowsAView()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";

        var feed = XDocument.Parse(await many.Http.GetStringAsync(new Uri("/export/incidents.atom?type=Battles", UriKind.Relative), Stop)).Root!;

        var entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.Equal($"urn:uuid:{many.Hostile}", entry.Element(atom + "id")!.Value);
        Assert.Equal($"{many.Http.BaseAddress}?type=Battles", feed.Elements(atom + "link").Single(link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value);
        Assert.Contains("3–5 killed".Replace("3–5", "3 to 5"), entry.Element(atom + "summary")!.Value, StringComparison.Ordinal);
        var all = XDocument.Parse(await many.Http.GetStringAsync(new Uri("/export/incidents.atom", UriKind.Relative), Stop)).Root!;
        Assert.Equal(200, all.Elements(atom + "entry").Count());
    }

    [Theory]
    [InlineData("/export/incidents.csv?contry=TJ", "“contry” is no parameter")]
    [InlineData("/export/incidents.csv?killed=many", "write a number")]
    [InlineData("/export/incidents.csv?q=foo:bar", "nothing that can be searched by")]
    [InlineData("/export/incidents.csv?columns=all", "own or acled")]
    public async Task WhatCannotBeRead_IsRefusedInWords(string path, string sentence)
    {
        using var answer = await many.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(sentence, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(string path)
    {
        using var reader = new StreamReader(await many.Http.GetStreamAsync(new Uri(path, UriKind.Relative), Stop));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        List<Dictionary<string, string>> rows = [];
        while (await csv.ReadAsync()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
