using BorderWatch.Store.Alerts;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Alerts;

/// <summary>A rule while it is written: what stands in the form's fields.</summary>
public sealed class AlertInput
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it watches.</summary>
    public AlertKind Kind { get; set; }

    /// <summary>Which incidents.</summary>
    public TimelineFilter Filter { get; set; } = new();

    /// <summary>At least so many incidents.</summary>
    public int? Incidents { get; set; } = 1;

    /// <summary>At least so many killed.</summary>
    public int? Killed { get; set; }

    /// <summary>Whether both must be reached.</summary>
    public bool Both { get; set; }

    /// <summary>Within so many days.</summary>
    public int Days { get; set; } = 7;

    /// <summary>Whether everybody sees its notices.</summary>
    public bool IsShared { get; set; }

    /// <summary>Mail addresses.</summary>
    public string? MailTo { get; set; }

    /// <summary>Where webhooks go.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>When mail and webhooks leave.</summary>
    public AlertTiming Timing { get; set; }

    /// <summary>When the digest leaves.</summary>
    public TimeOnly DigestAt { get; set; } = new(7, 0);

    /// <summary>From when nothing leaves.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until when nothing leaves.</summary>
    public TimeOnly? QuietTo { get; set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The fields of a rule that there is.</summary>
    public static AlertInput Of(AlertRule rule, TimelineFilter filter) => new()
    {
        Name = rule.Name,
        Kind = rule.Kind,
        Filter = filter,
        Incidents = rule.Kind == AlertKind.Escalation ? 1 : rule.Incidents,
        Killed = rule.Killed,
        Both = rule.Both,
        Days = rule.Days,
        IsShared = rule.IsShared,
        MailTo = rule.MailTo,
        WebhookUrl = rule.WebhookUrl,
        Timing = rule.Timing,
        DigestAt = rule.DigestAt,
        QuietFrom = rule.QuietFrom,
        QuietTo = rule.QuietTo,
        TimeZone = rule.TimeZone,
    };

    /// <summary>What is handed to the command.</summary>
    public AlertDraft ToDraft() => new()
    {
        Name = Name,
        Kind = Kind,
        Filter = Filter,
        Threshold = new(Incidents, Killed, Both, Days),
        IsShared = IsShared,
        MailTo = MailTo,
        WebhookUrl = WebhookUrl,
        Timing = Timing,
        DigestAt = DigestAt,
        QuietFrom = QuietFrom,
        QuietTo = QuietTo,
        TimeZone = TimeZone.Trim(),
    };
}
