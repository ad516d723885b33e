using System.Text.Json;

namespace BorderWatch.Cli.Tests.Extraction;

/// <summary><c>borderwatch extract</c> and <c>explain</c>, as the contract has them.</summary>
public sealed class ExtractCommandTests
{
    private static readonly string[] s_fields =
    [
        "eventType", "subEventType", "occurredFrom", "occurredTo", "timePrecision", "place", "actors", "killed", "injured", "abducted", "weapon", "title", "confidence", "evidence",
    ];

    [Fact]
    public async Task Article_GivesIncidents_EachQuoteWhereItSays()
    {
        const string text = "A roadside bomb killed three soldiers and wounded five near Zaranj in south-western Afghanistan on Monday, an officer said. “We heard it from afar,” said Gülşat, a teacher 😀 who lives nearby.";

        var run = await CommandRun.RunAsync(["extract"], Line(new { id = "a", title = "Bomb near Zaranj", text, publishedAt = "2026-11-18" }));

        Assert.Equal((0, ""), (run.Status, run.Error));
        var article = Assert.Single(run.Json);
        Assert.Equal(("a", "en"), (article.GetProperty("id").GetString(), article.GetProperty("language").GetString()));
        var incident = article.GetProperty("incidents")[0];
        Assert.Equal(s_fields, incident.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Explosions/Remote violence", "2026-11-16", "day", 3), (Text(incident, "eventType"), Text(incident, "occurredFrom"), Text(incident, "timePrecision"), incident.GetProperty("killed").GetProperty("best").GetInt32()));
        Assert.Equal("AF", incident.GetProperty("place").GetProperty("country").GetString());
        foreach (var evidence in incident.GetProperty("evidence").EnumerateArray())
        {
            var within = evidence.TryGetProperty("in", out _) ? "Bomb near Zaranj" : text;
            Assert.Equal(Text(evidence, "quote"), within[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task BadLines_GiveErrorsInTheirPlaces_AndTheRunGoesOn()
    {
        var input = string.Join('\n',
            Line(new { id = "1", text = "The council met on Monday." }), "{\"id\": \"2\", ", Line(new { id = "3" }), "[1, 2]", Line(new { id = "5", text = 7 }),
            Line(new { id = "6", text = "x", publishedAt = "last week" }), "", Line(new { id = "7", text = "The council met again on Tuesday." }));

        var run = await CommandRun.RunAsync(["extract"], input);

        Assert.Equal(1, run.Status);
        Assert.Equal(["1", null, "3", null, "5", "6", "7"], run.Json.Select(j => Text(j, "id")));
        Assert.Equal([false, true, true, true, true, true, false], run.Json.Select(j => j.TryGetProperty("error", out _)));
        Assert.Equal("The field \"text\" is missing.", Text(run.Json[2], "error"));
        Assert.Equal("publishedAt \"last week\" is not an ISO 8601 date or date-time.", Text(run.Json[5], "error"));
    }

    [Fact]
    public async Task ThousandLines_KeepTheirOrder()
    {
        var run = await CommandRun.RunAsync(["extract"], string.Join('\n', Enumerable.Range(0, 1000).Select(n => Line(new { id = $"{n}", text = $"The council met for the {n}th time." }))));

        Assert.Equal(0, run.Status);
        Assert.Equal(Enumerable.Range(0, 1000).Select(n => $"{n}"), run.Json.Select(j => Text(j, "id")));
    }

    [Fact]
    public async Task NonLatinText_ComesBackAsItIs()
    {
        var run = await CommandRun.RunAsync(["extract"], Line(new { id = "Хоруғ-ک", text = "Пограничники сообщили о перестрелке на границе." }));

        Assert.Contains("\"id\":\"Хоруғ-ک\"", run.Output, StringComparison.Ordinal);
        Assert.Equal("ru", Text(run.Json[0], "language"));
    }

    [Fact]
    public async Task NoInput_GivesNoOutput() => Assert.Equal(new CommandRun(0, "", ""), await CommandRun.RunAsync(["extract"]));

    [Fact]
    public async Task Explain_ShowsTheSentenceAndTheIncident()
    {
        var run = await CommandRun.RunAsync(["explain"], Line(new { id = "a", text = "Gunmen killed three soldiers near Zaranj in Afghanistan on Monday, an officer said.", publishedAt = "2026-11-18" }));

        Assert.Equal(0, run.Status);
        Assert.Contains("a (en)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Gunmen killed three soldiers near Zaranj", run.Output, StringComparison.Ordinal);
        Assert.Contains("killed           “", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownCommand_IsRefused()
    {
        var run = await CommandRun.RunAsync(["extrakt"]);

        Assert.NotEqual(0, run.Status);
        Assert.Contains("extrakt", run.Error, StringComparison.Ordinal);
    }

    private static string Line(object fields) => JsonSerializer.Serialize(fields);

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();
}
