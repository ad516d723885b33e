using System.ClientModel;
using System.ClientModel.Primitives;
using BorderWatch.Ingestion.Opinions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OllamaSharp;
using OpenAI;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>The one door to the language model that the administrator has named. Made when the first article is sent: without an endpoint there is none.</summary>
internal sealed class OutgoingModel : IDisposable
{
    private readonly Lazy<(HttpClient Http, IChatClient Chat)> _door;

    /// <summary>Keeps the options; opens nothing.</summary>
    public OutgoingModel(IOptions<SecondOpinionOptions> options, IOptions<FetchingOptions> fetching, TimeProvider time) => _door = new(() => Open(options.Value, fetching.Value, time));

    /// <summary>True once something was to be sent.</summary>
    public bool IsOpen => _door.IsValueCreated;

    /// <summary>Asks the model.</summary>
    /// <exception cref="OpinionFault">The endpoint refused, failed or did not speak as its kind does.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions options, CancellationToken cancellation)
    {
        try
        {
            return await _door.Value.Chat.GetResponseAsync(messages, options, cancellation);
        }
        catch (Exception fault) when (Known(fault) is { } known)
        {
            throw known;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (Fetcher.Refused(fault))
        {
            throw new OpinionFault("The endpoint is not at a public address: an administrator allows its network with SecondOpinion:AllowedNetworks.", OpinionFaultKind.Endpoint, fault);
        }
        catch (Exception fault) when (OutgoingHttp.IsBroken(fault) || (fault is ClientResultException && fault.InnerException is HttpRequestException))
        {
            throw new OpinionFault("The connection to the endpoint failed.", OpinionFaultKind.Endpoint, fault);
        }
        // What a client library makes of a hostile answer can be any exception.
        catch (Exception fault)
        {
            throw new OpinionFault("The endpoint answered, but not as an endpoint of its kind does.", OpinionFaultKind.Answer, fault);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_door.IsValueCreated) return;
        _door.Value.Chat.Dispose();
        _door.Value.Http.Dispose();
    }

    private static OpinionFault? Known(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is OpinionFault known) return known;
        }
        return null;
    }

    private static (HttpClient Http, IChatClient Chat) Open(SecondOpinionOptions options, FetchingOptions fetching, TimeProvider time)
    {
        var endpoint = options.Endpoint ?? throw new InvalidOperationException("No endpoint is configured.");
        // What is on a network of one's own is reached directly.
        var proxy = options.AllowedNetworks.Count == 0 && fetching.Proxy is { Length: > 0 } given ? given : null;
        HttpMessageHandler way = proxy is null ? OutgoingHttp.Guarded(options.AllowedNetworks) : OutgoingHttp.Proxied(proxy);
        var http = new HttpClient(new ModelDoor(way, endpoint, proxy is null ? null : new PublicAddresses([]), options.MostBytes, time)) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = endpoint };
        return (http, options.Kind == EndpointKind.Ollama ? Ollama(http, options) : OpenAi(http, options, endpoint));
    }

    private static OllamaApiClient Ollama(HttpClient http, SecondOpinionOptions options)
    {
        if (!string.IsNullOrEmpty(options.Key)) http.DefaultRequestHeaders.Authorization = new("Bearer", options.Key);
        return new OllamaApiClient(http, options.Model);
    }

    private static IChatClient OpenAi(HttpClient http, SecondOpinionOptions options, Uri endpoint) =>
        new OpenAI.Chat.ChatClient(options.Model, new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0), // What is tried again, and when, is in the database.
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        }).AsIChatClient();
}
