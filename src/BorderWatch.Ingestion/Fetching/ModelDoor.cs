using System.Net;
using BorderWatch.Ingestion.Opinions;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>Lets requests through to the configured endpoint alone, and of its answers only what is good and small; the client libraries behind it see nothing else.</summary>
/// <param name="way">Makes the connection.</param>
/// <param name="endpoint">The only server that is spoken to.</param>
/// <param name="before">Looks at the endpoint's name where a proxy makes the connection; else null.</param>
/// <param name="mostBytes">The most bytes of an answer.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelDoor(HttpMessageHandler way, Uri endpoint, PublicAddresses? before, int mostBytes, TimeProvider time) : DelegatingHandler(way)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } to || Uri.Compare(to, endpoint, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
            throw new OpinionFault("Something other than the endpoint was asked for.", OpinionFaultKind.Endpoint);
        if (before is not null) await before.CheckAsync(to, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode) throw Refusal(response);
            var body = await BoundedBody.ReadAsync(response.Content, mostBytes, cancellationToken)
                ?? throw new OpinionFault($"The answer is longer than {mostBytes:N0} bytes (SecondOpinion:MostBytes); it was not read.", OpinionFaultKind.Answer);
            var type = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = new ByteArrayContent(body);
            response.Content.Headers.ContentType = type;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // What it says beside its status is not shown: it can repeat the article, or the key.
    private OpinionFault Refusal(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - time.GetUtcNow()) : null;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new($"The endpoint does not take the key ({status}): an administrator sets SecondOpinion:Key.", OpinionFaultKind.Endpoint),
            HttpStatusCode.NotFound => new("The endpoint has no such address or model (404): an administrator looks at SecondOpinion:Endpoint, Kind and Model.", OpinionFaultKind.Endpoint),
            HttpStatusCode.TooManyRequests => new("The endpoint asks to wait (429).", OpinionFaultKind.Endpoint) { RetryAfter = wait },
            HttpStatusCode.PaymentRequired => new("The endpoint asks for payment (402).", OpinionFaultKind.Endpoint) { RetryAfter = wait },
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new($"The endpoint does not take the request ({status}): the model may have no structured answers, or its limit of tokens may be lower than SecondOpinion:TokensPerArticle.", OpinionFaultKind.Answer),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new($"The endpoint sends on elsewhere ({status}), which is not followed: put that address into SecondOpinion:Endpoint.", OpinionFaultKind.Endpoint),
            _ => new($"The endpoint answered {status}.", OpinionFaultKind.Endpoint) { RetryAfter = wait },
        };
    }
}
