using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Tests.Alerts;

/// <summary>A receiver of webhooks on loopback, and what it has kept.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedWebhook> _kept = new();
    private readonly WebApplication _application;
    private int _requests;

    private WebhookReceiver(WebApplication application) => _application = application;

    public string Url => $"{_application.Urls.First()}/hook";

    /// <summary>What is done with the next request; the default keeps it and answers 204.</summary>
    public Func<HttpContext, Func<Task>, Task>? Behaviour { get; set; }

    /// <summary>What was kept, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedWebhook> Kept => [.. _kept];

    public int Requests => _requests;

    /// <summary>Ends when a request has arrived.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<WebhookReceiver> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var receiver = new WebhookReceiver(application);
        application.Run(receiver.TakeAsync);
        await application.StartAsync(cancellation);
        return receiver;
    }

    /// <summary>Nothing answers until the other side gives up.</summary>
    public static async Task StallAsync(HttpContext http, Func<Task> keep)
    {
        var gone = new TaskCompletionSource();
        await using var _ = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>Keeps the request and cuts the connection before it says so.</summary>
    public static async Task KeepAndCutAsync(HttpContext http, Func<Task> keep)
    {
        await keep();
        http.Abort();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        Arrived.TrySetResult();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        await (Behaviour ?? ((_, keep) => keep()))(http, async () =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            _kept.Enqueue(new ReceivedWebhook(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        });
    }
}

/// <summary>A request as it arrived.</summary>
public sealed record ReceivedWebhook(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
