using BorderWatch.Store.Briefs;

namespace BorderWatch.Web.Briefs;

/// <summary>A schedule while it is written: what stands in the form's fields.</summary>
public sealed class BriefScheduleInput
{
    /// <summary>The schedule; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The region, as the select takes it.</summary>
    public string Region { get; set; } = "";

    /// <summary>How often.</summary>
    public BriefRhythm Rhythm { get; set; } = BriefRhythm.Weekly;

    /// <summary>On which day of the week.</summary>
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    /// <summary>On which day of the month.</summary>
    public int DayOfMonth { get; set; } = 1;

    /// <summary>At what time of day.</summary>
    public TimeOnly At { get; set; } = new(6, 0);

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Who is told that a draft waits.</summary>
    public string? NoticeTo { get; set; }

    /// <summary>To whom the approved brief is mailed.</summary>
    public string? MailTo { get; set; }

    /// <summary>Whether the Word document goes with it.</summary>
    public bool AttachesWord { get; set; }

    /// <summary>The fields of a schedule that there is.</summary>
    public static BriefScheduleInput Of(BriefSchedule schedule) => new()
    {
        Id = schedule.Id,
        Region = schedule.RegionId.ToString(),
        Rhythm = schedule.Rhythm,
        Weekday = schedule.Weekday,
        DayOfMonth = schedule.DayOfMonth,
        At = schedule.At,
        TimeZone = schedule.TimeZone,
        NoticeTo = schedule.NoticeTo,
        MailTo = schedule.MailTo,
        AttachesWord = schedule.AttachesWord,
    };

    /// <summary>What is handed to the command.</summary>
    public BriefScheduleDraft ToDraft() => new()
    {
        RegionId = Guid.TryParse(Region, out var region) ? region : Guid.Empty,
        Rhythm = Rhythm,
        Weekday = Weekday,
        DayOfMonth = DayOfMonth,
        At = At,
        TimeZone = TimeZone,
        NoticeTo = NoticeTo,
        MailTo = MailTo,
        AttachesWord = AttachesWord,
    };
}
