using Microsoft.JSInterop;

namespace BorderWatch.Web.Map;

/// <summary>A map in the browser, opened by one of the scripts in <c>wwwroot/js/map</c>.</summary>
public sealed class MapScript : IAsyncDisposable
{
    private readonly IJSObjectReference _opener;
    private readonly IJSObjectReference _map;

    private MapScript(IJSObjectReference opener, IJSObjectReference map) => (_opener, _map) = (opener, map);

    /// <summary>Opens a map in an element.</summary>
    /// <param name="script">The circuit's browser.</param>
    /// <param name="module">The script's file name.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="arguments">What its <c>open</c> takes.</param>
    /// <returns>The map; null where the browser cannot draw one.</returns>
    /// <exception cref="JSException">The script or the map's files could not be loaded.</exception>
    public static async Task<MapScript?> OpenAsync(IJSRuntime script, string module, CancellationToken cancellation, params object?[] arguments)
    {
        var opener = await script.InvokeAsync<IJSObjectReference>("import", cancellation, $"./js/map/{module}");
        return await opener.InvokeAsync<IJSObjectReference?>("open", cancellation, arguments) is { } map ? new(opener, map) : null;
    }

    /// <summary>Calls one of the map's methods.</summary>
    public ValueTask CallAsync(string method, CancellationToken cancellation, params object?[] arguments) =>
        _map.InvokeVoidAsync(method, cancellation, arguments);

    /// <summary>Takes the map off the page.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _map.InvokeVoidAsync("dispose");
            await _map.DisposeAsync();
            await _opener.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the map with it.
        }
    }
}
