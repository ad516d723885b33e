using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Testing;

/// <summary>A web server on loopback that plays outlets: it answers as the test says and remembers who asked for what.</summary>
public sealed class OutletServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<OutletRequest, OutletResponse>> _routes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<OutletRequest> _requests = new();
    private readonly WebApplication _application;

    private OutletServer(WebApplication application) => _application = application;

    /// <summary>Scheme, host and port, no slash at the end.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Every request so far, in the order of arrival, those that found nothing included.</summary>
    public IReadOnlyList<OutletRequest> Requests => [.. _requests];

    public static async Task<OutletServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // A test must see its own headers and no others.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var application = builder.Build();
        var server = new OutletServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync(cancellationToken);
        return server;
    }

    /// <param name="path">Begins with a slash; may have a query.</param>
    public Uri Url(string path) => new(Address + path);

    /// <summary>Serves the same answer at every request. A path without a query answers whatever the query is.</summary>
    public Uri Serve(string path, OutletResponse response) => Serve(path, _ => response);

    /// <summary>Serves a body with status 200.</summary>
    public Uri Serve(string path, string body, string contentType = "text/html; charset=utf-8") =>
        Serve(path, new OutletResponse { Body = System.Text.Encoding.UTF8.GetBytes(body), ContentType = contentType });

    /// <summary>Serves what the function makes of each request, for answers that depend on headers or on how often one asked.</summary>
    public Uri Serve(string path, Func<OutletRequest, OutletResponse> answer)
    {
        _routes[path] = answer;
        return Url(path);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = new OutletRequest(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _requests.Enqueue(request);

        if (!_routes.TryGetValue(request.Target, out var answer) && !_routes.TryGetValue(http.Request.Path, out answer))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(answer(request), http);
    }

    private static async Task SendAsync(OutletResponse answer, HttpContext http)
    {
        await answer.Until;
        if (answer.Delay > TimeSpan.Zero)
            await Task.Delay(answer.Delay, http.RequestAborted);

        http.Response.StatusCode = (int)answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;

        if (answer.BreaksOffAfter is { } bytes)
        {
            http.Response.ContentLength = answer.Body.Length;
            await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, bytes), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
            return;
        }

        if (answer.Status is not (HttpStatusCode.NotModified or HttpStatusCode.NoContent) && !HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
