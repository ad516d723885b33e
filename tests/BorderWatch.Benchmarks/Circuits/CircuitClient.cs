using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Benchmarks.Circuits;

/// <summary>
/// A reader's timeline without a browser: the page as the server wrote it, its circuit, and the answers that the page's scripts would give. Two hundred browser pages would need the processors
/// that the server is measured on.
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly HubConnection _connection;
    private readonly Uri _page;
    private string? _circuit;
    private TaskCompletionSource<long> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _calls;

    private CircuitClient(HubConnection connection, Uri page)
    {
        (_connection, _page) = (connection, page);
        connection.On<long, byte[]>("JS.RenderBatch", (batch, _) => connection.SendAsync("OnRenderCompleted", batch, null));
        connection.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        connection.On<string>("JS.Error", Faults.Add);
        connection.On<string, bool, string?>("JS.EndInvokeDotNet", (_, isDone, error) =>
        {
            if (!isDone) Faults.Add(error ?? "A call failed.");
        });
        connection.Closed += fault =>
        {
            IsLost = true;
            return Task.CompletedTask;
        };
    }

    /// <summary>What the server complained of.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>True once the connection has ended.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Loads the page and starts its circuit; there once the timeline has rows and waits to be scrolled.</summary>
    public static async Task<CircuitClient> OpenAsync(Uri page)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
        var html = await http.GetStringAsync(page);
        var roots = Marker().Matches(html).Select(marker => marker.Groups[1].Value).Where(marker => marker.Contains("\"descriptor\"", StringComparison.Ordinal));
        var builder = new HubConnectionBuilder().WithUrl(new Uri(page, "/_blazor"), options => options.Cookies = cookies);
        builder.Services.AddSingleton<IHubProtocol, CircuitProtocol>();
        var client = new CircuitClient(builder.Build(), page);
        await client._connection.StartAsync();
        var state = State().Match(html).Groups[1].Value;
        client._circuit = await client._connection.InvokeAsync<string?>("StartCircuit", new Uri(page, "/").ToString(), page.ToString(), $"[{string.Join(',', roots)}]", state);
        if (client._circuit is null) throw new InvalidOperationException($"The circuit did not start. {string.Join(' ', client.Faults)}");
        await client._end.Task.WaitAsync(s_patience);
        return client;
    }

    /// <summary>Scrolls to the end. How long the server took until older rows stood there, in milliseconds; null where they did not come.</summary>
    public async Task<double?> ScrollAsync()
    {
        var target = await _end.Task;
        _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await _connection.SendAsync("BeginInvokeDotNetFromJS", (++_calls).ToString(CultureInfo.InvariantCulture), null, "OnNearAsync", target, "[]");
            await _end.Task.WaitAsync(s_patience);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Leaves as a browser does whose tab is closed: it says so, and the server lets the circuit go at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        if (_circuit is null) return;
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent { { new StringContent(_circuit), "circuitId" } };
        (await http.PostAsync(new Uri(_page, "/_blazor/disconnect"), form)).Dispose();
    }

    private async Task AnswerAsync(long call, string name, string? arguments, int result, long target, int kind)
    {
        const int ObjectReference = 1;
        await _connection.SendAsync("EndInvokeJSFromDotNet", call, true, result == ObjectReference ? $$"""[{{call}},true,{"__jsObjectId":{{call}}}]""" : $"[{call},true,null]");
        // The end of the rows is watched anew whenever older ones have come: by then they stand there.
        if (name != "borderWatch.whenNear" || arguments is null) return;
        using var parsed = JsonDocument.Parse(arguments);
        _end.TrySetResult(parsed.RootElement[1].GetProperty("__dotNetObject").GetInt64());
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
