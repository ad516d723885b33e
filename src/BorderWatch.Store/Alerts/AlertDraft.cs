using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Alerts;

/// <summary>A rule as somebody writes it.</summary>
public sealed record AlertDraft
{
    internal const int LongestMailTo = MailAddresses.Longest;
    internal const int LongestUrl = 2000;
    private const int MostAddresses = 10;

    /// <summary>1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it watches.</summary>
    public AlertKind Kind { get; init; }

    /// <summary>Which incidents; days have no part in it. For an escalation a region, and types where not all are meant.</summary>
    public TimelineFilter Filter { get; init; } = new();

    /// <summary>From when it fires; of no account for an escalation.</summary>
    public AlertThreshold Threshold { get; init; } = new(1, null, false, 1);

    /// <summary>Whether everybody who reads sees its notices.</summary>
    public bool IsShared { get; init; }

    /// <summary>Mail addresses, separated by commas; null or empty for no mail.</summary>
    public string? MailTo { get; init; }

    /// <summary>Where webhooks go; null or empty for none.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>When mail and webhooks leave.</summary>
    public AlertTiming Timing { get; init; }

    /// <summary>When the digest leaves.</summary>
    public TimeOnly DigestAt { get; init; } = new(7, 0);

    /// <summary>From when nothing leaves; null where there are no quiet hours.</summary>
    public TimeOnly? QuietFrom { get; init; }

    /// <summary>Until when nothing leaves.</summary>
    public TimeOnly? QuietTo { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The mail addresses, one by one.</summary>
    internal IReadOnlyList<string> Addresses => MailAddresses.Of(MailTo);

    /// <summary>Trimmed, empty as null.</summary>
    internal AlertDraft Clean() => this with
    {
        Name = Name.Trim(),
        MailTo = MailAddresses.Clean(MailTo),
        WebhookUrl = WebhookUrl?.Trim() is { Length: > 0 } url ? url : null,
        Threshold = Threshold.Incidents is null || Threshold.Killed is null ? Threshold with { Both = false } : Threshold,
    };

    /// <summary>A sentence that says what is wrong; null where nothing is.</summary>
    internal string? Error() => CommandErrors.OfName(Name, "rule") ?? ErrorOfThreshold() ?? MailAddresses.Error(MailTo, "A rule mails", MostAddresses) ?? ErrorOfWebhook()
        ?? ((QuietFrom is null) != (QuietTo is null) ? "Give the quiet hours a beginning and an end, or neither." : null)
        ?? (TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? null : $"There is no time zone “{TimeZone}”; write one such as Asia/Dushanbe.");

    private string? ErrorOfThreshold() => (Kind, Threshold) switch
    {
        (AlertKind.Escalation, _) when Filter.RegionId is null => "An escalation watch needs a region: choose one.",
        (AlertKind.Escalation, _) when !(AlertFilter.WithoutDays(Filter) with { RegionId = null, EventTypes = [] }).IsEmpty => "An escalation watch looks at a region and event types alone; take the other parts of the filter away.",
        (AlertKind.Escalation, _) => null,
        (_, { Incidents: null, Killed: null }) => "Say from how many incidents, or from how many people killed, the rule fires.",
        (_, { Incidents: < 1 or > 10_000 }) or (_, { Killed: < 1 or > 1_000_000 }) => "A threshold is a number from 1; at most 10,000 incidents or 1,000,000 people.",
        (_, { Days: < 1 or > 366 }) => "The span is from 1 to 366 days.",
        _ => null,
    };

    private string? ErrorOfWebhook() =>
        WebhookUrl is not { } url ? null
        : url.Length > LongestUrl ? $"The webhook’s address is longer than {LongestUrl} characters."
        : !Uri.TryCreate(url, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https") ? "The webhook’s address must begin with https:// or http://."
        : read.UserInfo.Length > 0 ? "Take the name and password out of the webhook’s address; the signature shows that a request is ours."
        : null;
}
