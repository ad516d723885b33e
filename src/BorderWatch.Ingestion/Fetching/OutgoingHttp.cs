using System.Reflection;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>The one door to the network: addresses that are not public are refused when the connection is made, so that neither a name that resolves inward nor a redirect gets through.</summary>
internal sealed class OutgoingHttp : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Opens the door as the options say.</summary>
    public OutgoingHttp(IOptions<FetchingOptions> options)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        if (options.Value.AllowedNetworks.Count > 0) policy.AddAllowedAddresses([.. options.Value.AllowedNetworks]);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false; // the fetcher follows, counting, and checks each hop's scheme
        handler.UseCookies = false;
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.MaxResponseHeadersLength = 64;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(OutgoingHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var contact = options.Value.Contact is { Length: > 0 } given ? $" (+{given.Replace('(', ' ').Replace(')', ' ')})" : "";
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"BorderWatch/{version}{contact}");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
    }

    /// <summary>Sends one request; the body is left to be streamed.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
