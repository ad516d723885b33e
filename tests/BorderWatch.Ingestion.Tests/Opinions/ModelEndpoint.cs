using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using BorderWatch.Ingestion.Opinions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Tests.Opinions;

/// <summary>A language model on loopback that says what the test says, as OpenAI's or Ollama's endpoints speak, and remembers what it was asked.</summary>
public sealed class ModelEndpoint : IAsyncDisposable
{
    public const int QuestionTokens = 1200;

    public const int AnswerTokens = 300;

    private readonly ConcurrentQueue<AskedQuestion> _asked = new();
    private readonly WebApplication _application;

    private ModelEndpoint(WebApplication application, EndpointKind kind) => (_application, Kind) = (application, kind);

    public EndpointKind Kind { get; }

    public Uri Address => new(_application.Urls.First() + (Kind == EndpointKind.OpenAI ? "/v1" : ""));

    public IReadOnlyList<AskedQuestion> Asked => [.. _asked];

    /// <summary>What is done with a question; the default answers with <see cref="Says"/>.</summary>
    public Func<HttpContext, Task>? Behaviour { get; set; }

    /// <summary>The text of the answers.</summary>
    public string Says { get; set; } = """{"incidents":[]}""";

    public static async Task<ModelEndpoint> StartAsync(EndpointKind kind, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var endpoint = new ModelEndpoint(application, kind);
        application.Run(endpoint.TakeAsync);
        await application.StartAsync(cancellation);
        return endpoint;
    }

    /// <summary>An answer with one incident.</summary>
    public static string Incident(params (string Field, string Value, string Quote)[] values) =>
        JsonSerializer.Serialize(new { incidents = new[] { new { values = values.Select(value => new { field = value.Field, value = value.Value, quote = value.Quote }) } } });

    /// <summary>Answers properly with a text.</summary>
    public Task AnswerAsync(HttpContext http, string says, string finish = "stop", int question = QuestionTokens, int answer = AnswerTokens) => http.Response.WriteAsJsonAsync<object>(Kind == EndpointKind.OpenAI
        ? new
        {
            id = "1",
            @object = "chat.completion",
            created = 1,
            model = "small",
            choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = says } } },
            usage = new { prompt_tokens = question, completion_tokens = answer, total_tokens = question + answer },
        }
        : new { model = "small", created_at = "2026-11-20T12:00:00Z", message = new { role = "assistant", content = says }, done = true, done_reason = finish, prompt_eval_count = question, eval_count = answer });

    /// <summary>Nothing is answered until the other side gives up.</summary>
    public static async Task StallAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var _ = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        _asked.Enqueue(new AskedQuestion(http.Request.Path, http.Request.Headers.Authorization.ToString(), JsonDocument.Parse(body).RootElement));
        await (Behaviour ?? (context => AnswerAsync(context, Says)))(http);
    }
}

/// <summary>A question as it arrived.</summary>
public sealed record AskedQuestion(string Path, string Authorization, JsonElement Body)
{
    /// <summary>The article, as the user's message gives it.</summary>
    public JsonElement Article => JsonDocument.Parse(Body.GetProperty("messages").EnumerateArray().Single(message => message.GetProperty("role").GetString() == "user").GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()! : Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!).RootElement;
}
