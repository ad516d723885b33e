using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Alerts;

/// <summary>What somebody wants to be told of, and how.</summary>
public sealed class AlertRule : IOwned
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose; null for the one person of an installation without accounts.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Its owner's name when it was made.</summary>
    public required string OwnerName { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>What it watches.</summary>
    public AlertKind Kind { get; set; }

    /// <summary>Which incidents, as a <see cref="Timeline.TimelineFilter"/> in JSON; see <see cref="AlertFilter"/>.</summary>
    public required string Filter { get; set; }

    /// <summary>At least so many incidents; null where their number does not count.</summary>
    public int? Incidents { get; set; }

    /// <summary>At least so many people killed, by the lowest numbers; null where they do not count.</summary>
    public int? Killed { get; set; }

    /// <summary>True where both numbers must be reached; false where either will do.</summary>
    public bool Both { get; set; }

    /// <summary>Within so many days, both ends counted.</summary>
    public int Days { get; set; } = 1;

    /// <summary>False while it is switched off.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>True where everybody who reads sees its notices.</summary>
    public bool IsShared { get; set; }

    /// <summary>To whom mail goes, separated by commas; null for no mail.</summary>
    public string? MailTo { get; set; }

    /// <summary>Where a webhook goes; null for none.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What webhooks are signed with: <c>whsec_</c> and 32 random bytes in base64.</summary>
    public required string Secret { get; set; }

    /// <summary>What opens the rule's feed to a program that cannot sign in.</summary>
    public required string FeedKey { get; set; }

    /// <summary>When mail and webhooks leave.</summary>
    public AlertTiming Timing { get; set; }

    /// <summary>When the daily digest leaves, in <see cref="TimeZone"/>.</summary>
    public TimeOnly DigestAt { get; set; } = new(7, 0);

    /// <summary>From when nothing leaves; null where there are no quiet hours.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until when nothing leaves; on the next day where it is not later than <see cref="QuietFrom"/>.</summary>
    public TimeOnly? QuietTo { get; set; }

    /// <summary>The owner's time zone, by its IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Only incidents first reported after this moment are news to the rule, UTC: when it was made, switched on, or its question changed.</summary>
    public DateTimeOffset WatchedFrom { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>PostgreSQL's <c>xmin</c>: the concurrency token.</summary>
    public uint Version { get; private set; }
}

/// <summary>What a rule watches.</summary>
public enum AlertKind
{
    /// <summary>Incidents of a filter, against a threshold.</summary>
    Incidents,

    /// <summary>A region's week, type by type, against what its history lets expect.</summary>
    Escalation,
}

/// <summary>When mail and webhooks leave.</summary>
public enum AlertTiming
{
    /// <summary>At once, or when the quiet hours end.</summary>
    AtOnce,

    /// <summary>Once a day, all of the day together.</summary>
    Digest,
}
