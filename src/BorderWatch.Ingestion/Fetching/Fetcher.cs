using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;
using Polly;
using Polly.Retry;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>Fetches pages and feeds: http and https only, public addresses only, with limits on redirects, time and size.</summary>
internal sealed class Fetcher(OutgoingHttp http, HostPace pace, IOptions<FetchingOptions> options, TimeProvider time)
{
    private readonly FetchingOptions _options = options.Value;
    private readonly ResiliencePipeline<FetchResult> _tries = Tries(options.Value, time);

    /// <summary>Fetches an address. A failure is a result with a sentence; only the caller's own cancellation throws.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="etag">The entity tag of what is here already; null where there is none.</param>
    /// <param name="lastModified">The Last-Modified of what is here already, as it was sent; null where there is none.</param>
    /// <param name="cancellation">Stops the fetch.</param>
    public async Task<FetchResult> FetchAsync(string address, string? etag, string? lastModified, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return new FetchResult.Failed("The address must begin with http:// or https://.");
        return await _tries.ExecuteAsync(
            static async (state, stop) => await state.Me.TryAsync(state.Uri, state.ETag, state.LastModified, stop),
            (Me: this, Uri: uri, ETag: etag, LastModified: lastModified), cancellation);
    }

    private static ResiliencePipeline<FetchResult> Tries(FetchingOptions options, TimeProvider time)
    {
        if (options.Retries == 0) return ResiliencePipeline<FetchResult>.Empty;
        return new ResiliencePipelineBuilder<FetchResult> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<FetchResult>
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Result is FetchResult.Failed { MayPass: true } failed && !(failed.RetryAfter > options.LongestWait)),
            DelayGenerator = args => ValueTask.FromResult((args.Outcome.Result as FetchResult.Failed)?.RetryAfter),
        }).Build();
    }

    private async Task<FetchResult> TryAsync(Uri uri, string? etag, string? lastModified, CancellationToken cancellation)
    {
        if (pace.Resting(uri) is { } resting) return resting;
        var result = await CaughtAsync(uri, etag, lastModified, cancellation);
        pace.Note(uri, result);
        return result;
    }

    private async Task<FetchResult> CaughtAsync(Uri uri, string? etag, string? lastModified, CancellationToken cancellation)
    {
        try
        {
            return await FollowAsync(uri, etag, lastModified, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchResult.Failed($"The server did not answer within {_options.TimeLimit.TotalSeconds:0} seconds. It is tried again at the next poll.", MayPass: true);
        }
        catch (Exception fault) when (Refused(fault))
        {
            return new FetchResult.Failed($"“{uri.Host}”, or where it sends on to, is not a public address: private and local networks are not fetched from unless the administrator allows them.");
        }
        catch (HttpRequestException fault)
        {
            return new FetchResult.Failed(InWords(fault, uri), MayPass: fault.InnerException is not SocketException { SocketErrorCode: SocketError.HostNotFound });
        }
        // The guarded door makes the connection itself, and passes on what the socket says.
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return new FetchResult.Failed($"There is no server called “{uri.Host}”: check the address.");
        }
        catch (SocketException)
        {
            return new FetchResult.Failed($"“{uri.Host}” does not answer: it may be down, or the address wrong.", MayPass: true);
        }
        catch (IOException)
        {
            return new FetchResult.Failed("The connection broke off while the answer was coming. It is tried again at the next poll.", MayPass: true);
        }
        catch (InvalidDataException fault)
        {
            return new FetchResult.Failed($"The answer is damaged ({fault.Message.TrimEnd('.')}). Tell the outlet if it stays so.", MayPass: false);
        }
    }

    private async Task<FetchResult> FollowAsync(Uri uri, string? etag, string? lastModified, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var left = _options.TimeLimit;
        for (var hop = 0; ; hop++)
        {
            // Waiting for the host's turn is not the host's fault, and does not count.
            using var turn = await pace.EnterAsync(uri, cancellation);
            var start = time.GetTimestamp();
            limit.CancelAfter(left);
            var (result, next) = await AskAsync(uri, etag, lastModified, stop.Token);
            if (result is not null) return result;
            left -= time.GetElapsedTime(start);
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            if (hop == _options.MostRedirects) return new FetchResult.Failed($"The server sends on from address to address, more than {_options.MostRedirects} times: check the address.");
            if (left <= TimeSpan.Zero) throw new OperationCanceledException();
            uri = next!;
        }
    }

    // Either what came of it, or the address that the server sends on to.
    private async Task<(FetchResult?, Uri?)> AskAsync(Uri uri, string? etag, string? lastModified, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.NotModified) return (new FetchResult.NotModified(), null);
        if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
        {
            if (response.Headers.Location is not { } location) return (new FetchResult.Failed("The server sends on to another address without naming it."), null);
            var next = location.IsAbsoluteUri ? location : new Uri(uri, location);
            return next.Scheme is "http" or "https" ? (null, next) : (new FetchResult.Failed($"The server sends on to a {next.Scheme}: address, which is not fetched."), null);
        }
        if (!response.IsSuccessStatusCode) return (Failure(response), null);
        var body = await BoundedBody.ReadAsync(response.Content, _options.MostBytes, cancellation);
        if (body is null) return (new FetchResult.Failed($"The answer is larger than {_options.MostBytes / (1024 * 1024.0):0.#} MB, which no feed or article should be."), null);
        return (new FetchResult.Fetched(
            body, response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null, uri.AbsoluteUri,
            response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null,
            response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.First() : null), null);
    }

    private FetchResult.Failed Failure(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var answered = $"The server answered {status} {response.ReasonPhrase ?? response.StatusCode.ToString()}";
        var wait = Wait(response.Headers.RetryAfter);
        return status switch
        {
            401 or 403 or 407 or 451 => new($"{answered}: the outlet does not let us in."),
            404 or 410 => new($"{answered}: check the address."),
            429 => new($"{answered}: the outlet asks to be left alone for a while.", MayPass: true, wait),
            408 or >= 500 => new($"{answered}: the fault is the outlet's; it is tried again at the next poll.", MayPass: true, wait),
            _ => new($"{answered}: check the address."),
        };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>True where an address was refused because it is not public.</summary>
    internal static bool Refused(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            // The resolver refuses 0.0.0.0 and [::] before the policy sees them.
            if (inner is AntiSSRFException or RefusedAddressException or ArgumentException { ParamName: "hostName" }) return true;
        }
        return false;
    }

    private static string InWords(HttpRequestException fault, Uri uri) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"There is no server called “{uri.Host}”: check the address.",
        HttpRequestError.ConnectionError => $"“{uri.Host}” does not answer: it may be down, or the address wrong.",
        HttpRequestError.SecureConnectionError => $"“{uri.Host}” has no valid certificate, so what it sends cannot be trusted.",
        HttpRequestError.ResponseEnded => $"“{uri.Host}” broke off in the middle of its answer.",
        _ => $"“{uri.Host}” could not be reached: {fault.Message.TrimEnd('.')}.",
    };
}
