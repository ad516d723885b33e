using System.Text.Json;

namespace BorderWatch.Cli.Tests.Places;

/// <summary><c>borderwatch places</c>.</summary>
public sealed class PlacesCommandTests
{
    [Fact]
    public async Task Toponyms_AreGivenAsWritten_WithWhereTheyStand()
    {
        const string text = "“Hello 😀,” she wrote from Khorugh in Tajikistan, on her way to Osh in Kyrgyzstan.";

        var run = await CommandRun.RunAsync(["places"], JsonSerializer.Serialize(new { id = "p", text }));

        Assert.Equal(0, run.Status);
        var places = run.Json[0].GetProperty("places").EnumerateArray().ToList();
        Assert.Equal(["Khorugh", "Tajikistan", "Osh", "Kyrgyzstan"], places.Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(["TJ", "TJ", "KG", "KG"], places.Select(p => p.GetProperty("country").GetString()));
        Assert.All(places, p => Assert.Equal(p.GetProperty("name").GetString(), text[p.GetProperty("start").GetInt32()..p.GetProperty("end").GetInt32()]));
        Assert.InRange(places[0].GetProperty("latitude").GetDouble(), 37, 38);
        Assert.Equal(["name", "start", "end", "country", "admin1", "latitude", "longitude", "geonameId"], places[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task BadLine_GivesAnErrorAndStatusOne()
    {
        var run = await CommandRun.RunAsync(["places"], "nonsense\n" + JsonSerializer.Serialize(new { id = "2", text = "Nobody went anywhere." }));

        Assert.Equal(1, run.Status);
        Assert.True(run.Json[0].TryGetProperty("error", out _));
        Assert.Empty(run.Json[1].GetProperty("places").EnumerateArray());
    }
}
