using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Briefs;

/// <summary>That a brief of a region is made by itself, again and again. It belongs to the organisation: anybody with <see cref="Permission.ManageRegions"/> changes it.</summary>
public sealed class BriefSchedule
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The region; the schedule goes with it.</summary>
    public Guid RegionId { get; set; }

    /// <summary>How often.</summary>
    public BriefRhythm Rhythm { get; set; }

    /// <summary>On which day of the week; of no account but for <see cref="BriefRhythm.Weekly"/>.</summary>
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    /// <summary>On which day of the month, 1 to 31, the last where a month has fewer; of no account but for <see cref="BriefRhythm.Monthly"/>.</summary>
    public int DayOfMonth { get; set; } = 1;

    /// <summary>At what time of day, in <see cref="TimeZone"/>.</summary>
    public TimeOnly At { get; set; } = new(6, 0);

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>True while nothing is made.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Who is told by mail that a draft waits, separated by commas; null for nobody.</summary>
    public string? NoticeTo { get; set; }

    /// <summary>To whom the brief is mailed once it is approved, separated by commas; null for nobody.</summary>
    public string? MailTo { get; set; }

    /// <summary>Whether the Word document goes with the mail.</summary>
    public bool AttachesWord { get; set; }

    /// <summary>Only what falls due after this moment is made, UTC: when it was added, resumed, or given other times; later, when the last was due.</summary>
    public DateTimeOffset MadeUntil { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who added it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When the next falls due, UTC; null while it is paused.</summary>
    /// <param name="now">UTC.</param>
    public DateTimeOffset? NextAt(DateTimeOffset now) => IsPaused ? null : BriefClock.NextAt(this, now);
}

/// <summary>How often a brief is made.</summary>
public enum BriefRhythm
{
    /// <summary>Every day, of the day before.</summary>
    Daily,

    /// <summary>On a day of the week, of the seven days before.</summary>
    Weekly,

    /// <summary>On a day of the month, of the days since that day of the month before.</summary>
    Monthly,
}
