using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace BorderWatch.Web.Tests.Api;

/// <summary>The example of docs/api.md: a test runs it, and another holds it against the document.</summary>
public static class ApiExample
{
    // <example>
    public sealed record Count(int? Low, int? Best, int? High);

    public sealed record Incident(Guid Id, string Permalink, string Title, string EventType, DateOnly TimelineDate, Count Killed);

    public sealed record Page(List<Incident> Items, string? Next);

    public static HttpClient Open(Uri site, string token) => new()
    {
        BaseAddress = site,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public static async IAsyncEnumerable<Incident> IncidentsAsync(HttpClient http, string filter)
    {
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<Page>($"api/v1/incidents?{filter}&size=200&cursor={cursor}")
                ?? throw new HttpRequestException("The answer is empty.");
            foreach (var incident in page.Items) yield return incident;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    public static async Task ConfirmAsync(HttpClient http, Guid incident)
    {
        using var answer = await http.PostAsJsonAsync($"api/v1/incidents/{incident}/review", new { seen = "Unreviewed", to = "Confirmed" });
        // 409: somebody was there first. The answer's "detail" says who did what.
        answer.EnsureSuccessStatusCode();
    }

    // </example>
}
