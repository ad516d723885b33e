using BorderWatch.Ingestion.Alerts;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>The one door to the mail server that the administrator has named. A connection a message: alerts are few.</summary>
internal sealed class OutgoingMail(IOptions<AlertOptions> options)
{
    /// <summary>Hands over one message. Returns once the server has said that it has it.</summary>
    /// <exception cref="SmtpCommandException">The server refused.</exception>
    /// <exception cref="SmtpProtocolException">The server did not speak SMTP, or broke off.</exception>
    /// <exception cref="AuthenticationException">The server did not take user and password.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        var smtp = options.Value.Smtp;
        using var client = new SmtpClient { Timeout = (int)options.Value.TimeLimit.TotalMilliseconds };
        var security = smtp.Security switch { SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect, SmtpSecurity.StartTls => SecureSocketOptions.StartTls, _ => SecureSocketOptions.None };
        await client.ConnectAsync(smtp.Host, smtp.Port, security, cancellation);
        if (smtp.User is { Length: > 0 } user) await client.AuthenticateAsync(user, smtp.Password ?? "", cancellation);
        await client.SendAsync(message, cancellation);
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is IOException or SmtpProtocolException or OperationCanceledException)
        {
            return; // The server has the message; how it says good-bye is its affair.
        }
    }
}
