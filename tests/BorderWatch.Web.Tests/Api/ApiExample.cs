using System.Net.Http.Json;

namespace BorderWatch.Web.Tests.Api;

/// <summary>The example of docs/api.md: a test runs it, and another holds it against the document.</summary>
public static class ApiExample
{
    // <example>
    public sealed record Count(int? Low, int? Best, int? High);

    public sealed record Incident(Guid Id, string Permalink, string Title, string EventType, DateOnly TimelineDate, Count Killed);

    public sealed record Page(List<Incident> Items, string? Next);

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

    // </example>
}
