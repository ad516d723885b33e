using System.Text;
using BorderWatch.Store.Alerts;
using MimeKit;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>What every mail has round its text. Its Message-ID is the same over all attempts.</summary>
internal static class MailEnvelope
{
    /// <summary>The message; null where the address is none.</summary>
    public static MimeMessage? Of(LeasedDelivery delivery, string subject, MimeEntity body, AlertOptions options)
    {
        if (!MailboxAddress.TryParse(delivery.Target, out var to)) return null;
        var message = new MimeMessage
        {
            Subject = OneLine(subject),
            Date = delivery.CreatedAt,
            MessageId = $"{delivery.Id}@{options.Site.IdnHost.Trim('[', ']')}",
            Body = body,
        };
        message.From.Add(MailboxAddress.Parse(options.Smtp.From));
        message.To.Add(to);
        // So that no holiday notice answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>A letter's body.</summary>
    public static MimeEntity Body(BriefLetter letter)
    {
        var builder = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        if (letter.Attachment is { } file) builder.Attachments.Add(file.Name, file.Bytes, ContentType.Parse(file.MediaType));
        return builder.ToMessageBody();
    }

    // A line end in a title must not begin a header.
    private static string OneLine(string text) =>
        text.Aggregate(new StringBuilder(), (line, letter) => line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).ToString();
}
