using BorderWatch.Store.Alerts;

namespace BorderWatch.Store.Briefs;

/// <summary>A schedule as somebody writes it.</summary>
public sealed record BriefScheduleDraft
{
    /// <summary>The region.</summary>
    public required Guid RegionId { get; init; }

    /// <summary>How often.</summary>
    public BriefRhythm Rhythm { get; init; } = BriefRhythm.Weekly;

    /// <summary>On which day of the week, where it is weekly.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    /// <summary>On which day of the month, where it is monthly; 1 to 31.</summary>
    public int DayOfMonth { get; init; } = 1;

    /// <summary>At what time of day; by default so early that the brief stands by eight.</summary>
    public TimeOnly At { get; init; } = new(6, 0);

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Who is told that a draft waits, separated by commas; null or empty for nobody.</summary>
    public string? NoticeTo { get; init; }

    /// <summary>To whom the approved brief is mailed, separated by commas; null or empty for nobody.</summary>
    public string? MailTo { get; init; }

    /// <summary>Whether the Word document goes with it.</summary>
    public bool AttachesWord { get; init; }

    /// <summary>The same without double addresses and blanks.</summary>
    internal BriefScheduleDraft Clean() => this with { TimeZone = TimeZone.Trim(), NoticeTo = MailAddresses.Clean(NoticeTo), MailTo = MailAddresses.Clean(MailTo) };

    /// <summary>A sentence that says what is wrong; null where nothing is.</summary>
    internal string? Error() =>
        !Enum.IsDefined(Rhythm) || !Enum.IsDefined(Weekday) ? "Choose daily, weekly or monthly, and a day of the week."
        : DayOfMonth is < 1 or > 31 ? "The day of the month is from 1 to 31; in months with fewer days the last one counts."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? $"There is no time zone “{TimeZone}”; write one such as Asia/Dushanbe."
        : MailAddresses.Error(NoticeTo, "A schedule tells", BriefMail.MostAddresses, BriefMail.LongestTo) ?? MailAddresses.Error(MailTo, "A brief is mailed to", BriefMail.MostAddresses, BriefMail.LongestTo);
}
