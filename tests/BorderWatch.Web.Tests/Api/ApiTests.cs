using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BorderWatch.Testing;
using BorderWatch.Web.Api;
using BorderWatch.Web.Tests.Host;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Tests.Api;

public sealed class ApiTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Example_ReadsEveryIncidentOnce()
    {
        var incidents = await ApiExample.IncidentsAsync(many.Http, "from=2026-01-01").ToListAsync(Stop);

        Assert.Equal(ManyIncidents.Count, incidents.Select(incident => incident.Id).Distinct().Count());
        Assert.Equal(ManyIncidents.Count, incidents.Count);
        Assert.Equal(incidents.Select(incident => incident.TimelineDate).OrderDescending(), incidents.Select(incident => incident.TimelineDate));
        Assert.All(incidents, incident => Assert.Equal(new ApiExample.Count(3, null, 5), incident.Killed));
    }

    [Fact]
    public async Task Example_StandsInTheDocument()
    {
        static string Between(string text) => text.Split("// <example>\n")[1].Split("    // </example>")[0].Replace("\n    ", "\n").Trim();
        var code = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "tests", "BorderWatch.Web.Tests", "Api", "ApiExample.cs"), Stop);

        Assert.Contains(Between(code), await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "api.md"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incident_ComesWithClaimsAndQuotes()
    {
        using var incident = await JsonAsync($"/api/v1/incidents/{many.Hostile}");

        var claims = incident.RootElement.GetProperty("reports")[0].GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(["Three were killed", "+1 more"], claims.Select(claim => claim.GetProperty("quote").GetString()));
        Assert.Equal((3, "casualties", "Killed"), (claims[0].GetProperty("value").GetProperty("best").GetInt32(), claims[0].GetProperty("value").GetProperty("is").GetString(), claims[0].GetProperty("field").GetString()));
        Assert.Equal(ManyIncidents.Formula, incident.RootElement.GetProperty("incident").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/api/v1/incidents?type=Battles")]
    [InlineData("/api/v1/incidents/count")]
    [InlineData("/api/v1/sources")]
    public async Task SameAnswer_IsNotSentTwice(string path)
    {
        using var first = await many.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await many.Http.SendAsync(again, Stop);
        using var stale = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"old\"") } } };
        using var third = await many.Http.SendAsync(stale, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, third.StatusCode));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("/api/v1/incidents?contry=TJ", HttpStatusCode.BadRequest, "“contry” is no parameter")]
    [InlineData("/api/v1/incidents?size=1000", HttpStatusCode.BadRequest, "from 1 to 200")]
    [InlineData("/api/v1/incidents?cursor=yesterday", HttpStatusCode.BadRequest, "“cursor” is what a page gave")]
    [InlineData("/api/v1/incidents?q=killed:lots", HttpStatusCode.BadRequest, "Write a number")]
    [InlineData("/api/v1/incidents/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "no incident of this id")]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "nothing at this address")]
    public async Task WhatCannotBeAnswered_IsAProblem(string path, HttpStatusCode status, string sentence)
    {
        using var answer = await many.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(sentence, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_GiveWhatAFilterTakes()
    {
        using var actors = await JsonAsync("/api/v1/actors?name=gunmen");
        using var places = await JsonAsync("/api/v1/places?name=badakhshan");

        Assert.Equal($"{many.Perpetrator}", actors.RootElement[0].GetProperty("value").GetString());
        Assert.Contains(places.RootElement.EnumerateArray(), place => (place.GetProperty("kind").GetString(), place.GetProperty("value").GetString()) == ("province", "Gorno-Badakhshan"));
        using var count = await JsonAsync($"/api/v1/incidents/count?actor={many.Perpetrator}.perpetrator");
        Assert.Equal(1, count.RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Description_NamesEveryParameter_AndTheirPagesOpen()
    {
        using var document = await JsonAsync("/openapi/v1.json");
        using var page = await many.Http.GetAsync(new Uri("/api/docs", UriKind.Relative), Stop);

        var list = document.RootElement.GetProperty("paths").GetProperty("/api/v1/incidents").GetProperty("get");
        Assert.Equal(TimelineAddress.Names.Append("size").Append("cursor").Order(), list.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).Order());
        Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").TryGetProperty(nameof(IncidentResource), out _));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        foreach (var script in (string[])["/api/docs/files/scalar.js", "/js/api-page.js"])
        {
            using var file = await many.Http.GetAsync(new Uri(script, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    private async Task<JsonDocument> JsonAsync(string path) => JsonDocument.Parse(await many.Http.GetStringAsync(new Uri(path, UriKind.Relative), Stop));
}
