using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>The one door to the network: addresses that are not public are refused when the connection is made, so that neither a name that resolves inward nor a redirect gets through.</summary>
internal sealed class OutgoingHttp : IDisposable
{
    private const int MostHeaderKilobytes = 64;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;

    // Behind a proxy the connection is the proxy's, so that names are looked at before it is asked.
    private readonly PublicAddresses? _before;

    /// <summary>Opens the door as the options say.</summary>
    public OutgoingHttp(IOptions<FetchingOptions> options)
    {
        if (options.Value.Proxy is { Length: > 0 } proxy)
        {
            _before = new PublicAddresses(options.Value.AllowedNetworks);
            _client = Client(Proxied(proxy));
        }
        else
        {
            _client = Client(Guarded(options.Value.AllowedNetworks));
        }
        var version = typeof(OutgoingHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var contact = options.Value.Contact is { Length: > 0 } given ? $" (+{given.Replace('(', ' ').Replace(')', ' ')})" : "";
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"BorderWatch/{version}{contact}");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
    }

    /// <summary>Sends one request; the body is left to be streamed.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (_before is not null) await _before.CheckAsync(request.RequestUri!, cancellation);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    /// <summary>True for what is thrown where a connection fails or breaks off.</summary>
    public static bool IsBroken(Exception fault) => fault is HttpRequestException or SocketException or IOException;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>Makes connections itself, to public addresses and the networks that are allowed; follows nothing, keeps no cookie.</summary>
    internal static AntiSSRFHandler Guarded(IList<string> allowedNetworks)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        if (allowedNetworks.Count > 0) policy.AddAllowedAddresses([.. allowedNetworks]);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false; // the fetcher follows, counting, and checks each hop's scheme
        handler.UseCookies = false;
        handler.ConnectTimeout = ConnectLimit;
        handler.PooledConnectionLifetime = ConnectionLife;
        handler.MaxResponseHeadersLength = MostHeaderKilobytes;
        return handler;
    }

    /// <summary>Asks a proxy to make the connections: whoever uses it looks at names before (<see cref="PublicAddresses"/>).</summary>
    internal static SocketsHttpHandler Proxied(string proxy) => new()
    {
        Proxy = new WebProxy(proxy),
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectLimit,
        PooledConnectionLifetime = ConnectionLife,
        MaxResponseHeadersLength = MostHeaderKilobytes,
    };

    private static HttpClient Client(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };
}
