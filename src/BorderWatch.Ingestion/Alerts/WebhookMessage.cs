using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>
/// A delivery as a request: JSON, signed as the Standard Webhooks specification says (<c>webhook-id</c>, <c>webhook-timestamp</c>,
/// <c>webhook-signature</c>), so that receivers check it with libraries that exist. The body and the id are the same over all attempts.
/// </summary>
internal static class WebhookMessage
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static HttpRequestMessage Of(LeasedNotices delivery, Uri site, DateTimeOffset now)
    {
        var body = Body(delivery, site);
        var (id, seconds) = (delivery.Id.ToString(), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Rule.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("Idempotency-Key", id);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", $"v1,{Signature(delivery.Rule.Secret, id, seconds, body)}");
        return request;
    }

    /// <summary>HMAC-SHA-256 over id, timestamp and body, in base64.</summary>
    internal static string Signature(string secret, string id, string seconds, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{seconds}."), .. body]));

    private static byte[] Body(LeasedNotices delivery, Uri site) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = delivery.Notices.Count == 0 ? "alert.test" : delivery.Rule.Timing == AlertTiming.Digest ? "alert.digest" : "alert.notice",
        timestamp = delivery.CreatedAt,
        data = new
        {
            rule = new { delivery.Rule.Id, delivery.Rule.Name, link = AlertLinks.Rule(site, delivery.Rule.Id) },
            notices = delivery.Notices.Select(notice => Notice(notice, NoticeContent.Of(notice), site)),
        },
    }, s_json);

    private static object Notice(AlertNotice notice, NoticeContent content, Uri site) => new
    {
        notice.Id,
        notice.At,
        notice.Headline,
        content.From,
        content.To,
        content.Total,
        content.Escalation,
        incidents = content.Incidents.Select(incident => Incident(incident, site)),
    };

    private static object Incident(BriefIncident incident, Uri site) => new
    {
        incident.Id,
        link = AlertLinks.Incident(site, incident.Id),
        incident.Title,
        incident.EventType,
        incident.Date,
        incident.Place,
        killed = new { incident.Killed.Low, incident.Killed.Best, incident.Killed.High },
        injured = new { incident.Injured.Low, incident.Injured.Best, incident.Injured.High },
        abducted = new { incident.Abducted.Low, incident.Abducted.Best, incident.Abducted.High },
        reportsDiffer = incident.HasConflict,
        incident.Status,
        outlets = incident.Sources,
    };
}
