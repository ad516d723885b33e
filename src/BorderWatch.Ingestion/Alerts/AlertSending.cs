using System.Security.Authentication;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>Sends what is due. An attempt that fails, stalls or is broken off leaves the delivery to the next one; a receiver that took it twice knows by its id.</summary>
internal sealed partial class AlertSending(
    IAlertOutbox outbox, IBriefQuery briefs, OutgoingHttp http, OutgoingMail mail, IOptions<AlertOptions> options, TimeProvider time, ILogger<AlertSending> log, IBriefLetter? letter = null)
{
    private const int AtOnce = 4;

    // All of a round are tried within their lease, though every one of them stalls.
    private const int Round = 2 * AtOnce;

    /// <summary>Sends all that is due now; returns how many deliveries were tried.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        for (var tried = 0; ;)
        {
            var leased = await outbox.LeaseAsync(Round, options.Value.Lease, cancellation);
            if (leased.Count == 0) return tried;
            await Parallel.ForEachAsync(leased, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = CancellationToken.None }, async (delivery, _) => await TryAsync(delivery, cancellation));
            tried += leased.Count;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task TryAsync(LeasedDelivery delivery, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        AlertAttempt attempt;
        try
        {
            attempt = delivery switch
            {
                LeasedBrief or LeasedNotices { Channel: AlertChannel.Mail } when options.Value.Smtp.Host.Length == 0 =>
                    new(false, "No mail server is configured: an administrator sets Alerts:Smtp. It is tried again until then."),
                LeasedBrief brief => await MailAsync(brief, stop.Token),
                LeasedNotices { Channel: AlertChannel.Mail } notices => await MailAsync(MailText.Of(notices, options.Value), stop.Token),
                LeasedNotices notices => await PostAsync(notices, stop.Token),
                _ => throw new NotSupportedException($"Nothing sends a {delivery.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopped in the middle: given back at once, so that nobody waits for the lease to run out.
            await outbox.EndAsync(delivery, DeliveryStatus.Pending, time.GetUtcNow(), null, CancellationToken.None);
            return;
        }
        catch (Exception fault) when (InWords(fault, delivery) is { } outcome)
        {
            attempt = outcome;
        }
        var (status, nextAt) = attempt.Settle(delivery, time.GetUtcNow(), Random.Shared.NextDouble(), options.Value);
        if (status == DeliveryStatus.GivenUp) LogGivenUp(delivery.Id);
        // What the receiver has is written down even where this process is to stop.
        if (!await outbox.EndAsync(delivery, status, nextAt, attempt.Outcome, CancellationToken.None)) LogLate(delivery.Id);
    }

    private async Task<AlertAttempt> PostAsync(LeasedNotices delivery, CancellationToken cancellation)
    {
        using var request = WebhookMessage.Of(delivery, options.Value.Site, time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellation);
        var answered = $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => new(true, $"{answered}."),
            >= 300 and < 400 => new(false, $"{answered}: it sends on, which is not followed. Put the address that it sends on to into the rule."),
            410 => new(false, $"{answered}: it wants no more. Nothing further is tried.", IsFinal: true),
            _ => new(false, $"{answered}.", RetryAfter: wait),
        };
    }

    private async Task<AlertAttempt> MailAsync(LeasedBrief delivery, CancellationToken cancellation)
    {
        if (letter is null) return new(false, "This process has no words for briefs; one that serves the pages sends it.");
        if (await briefs.ReadAsync(delivery.BriefId, delivery.Version, cancellation) is not { } brief) return new(false, "There is no such version of the brief any more.", IsFinal: true);
        // It was approved when it was queued, whatever has been saved since.
        var written = delivery.IsNotice ? letter.Tell(brief, options.Value.Site) : letter.Write(brief with { Status = BriefStatus.Approved }, delivery.AttachesWord, options.Value.Site);
        return await MailAsync(MailEnvelope.Of(delivery, written.Subject, MailEnvelope.Body(written), options.Value), cancellation);
    }

    private async Task<AlertAttempt> MailAsync(MimeMessage? message, CancellationToken cancellation)
    {
        using (message)
        {
            if (message is null) return new(false, "The mail server cannot be given this address: it is none.", IsFinal: true);
            await mail.SendAsync(message, cancellation);
            return new(true, "The mail server took it.");
        }
    }

    private AlertAttempt? InWords(Exception fault, LeasedDelivery delivery) => fault switch
    {
        OperationCanceledException or TimeoutException => new(false, $"No answer within {options.Value.TimeLimit.TotalSeconds:0} seconds."),
        // A permanent refusal of the address (5xx) stays one; "try later" (4xx) does not.
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused when (int)refused.StatusCode >= 500 =>
            new(false, $"The mail server does not take mail for {delivery.Target}: {Said(refused)}. {(delivery is LeasedBrief ? "Send it to the right address, and correct the schedule where it names this one." : "Correct the address in the rule.")}", IsFinal: true),
        SmtpCommandException refused => new(false, $"The mail server refused: {(int)refused.StatusCode} {Said(refused)}."),
        MailKit.Security.AuthenticationException => new(false, "The mail server does not take the user and password of Alerts:Smtp."),
        MailKit.Security.SslHandshakeException or AuthenticationException => new(false, "No protected connection to the mail server: its certificate is not valid, or Alerts:Smtp:Security is another than the port’s."),
        ProtocolException or NotSupportedException => new(false, $"The mail server broke off or does not speak SMTP: {Said(fault)}."),
        _ when Fetcher.Refused(fault) => new(false, "The webhook’s address is not public; private and local networks are not sent to unless the administrator allows them (Ingestion:Fetching:AllowedNetworks).", IsFinal: true),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(false, "The server has no valid certificate."),
        _ when OutgoingHttp.IsBroken(fault) => new(false, $"The connection failed: {Said(fault)}."),
        _ => null,
    };

    private static string Said(Exception fault) => fault.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} is given up; the log of its rule or brief says why")]
    private partial void LogGivenUp(Guid delivery);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} took longer than its lease; another process has it")]
    private partial void LogLate(Guid delivery);
}
