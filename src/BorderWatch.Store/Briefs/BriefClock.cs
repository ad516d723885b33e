using BorderWatch.Store.Alerts;

namespace BorderWatch.Store.Briefs;

/// <summary>When a schedule's briefs fall due, and of which days. A brief's days begin with the day on which the one before was due and end with the day before its own.</summary>
internal static class BriefClock
{
    /// <summary>What is due; null where nothing is.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="now">UTC.</param>
    public static DueBrief? Due(BriefSchedule schedule, DateTimeOffset now)
    {
        var zone = AlertClock.ZoneOf(schedule.TimeZone);
        var day = Before(schedule, LocalDay(now, zone).AddDays(2));
        while (MomentOf(schedule, day, zone) > now) day = Before(schedule, day);
        if (MomentOf(schedule, day, zone) <= schedule.MadeUntil) return null;
        var (skipped, from) = (0, (DateOnly?)null);
        for (var earlier = Before(schedule, day); MomentOf(schedule, earlier, zone) > schedule.MadeUntil; earlier = Before(schedule, earlier))
            (skipped, from) = (skipped + 1, Before(schedule, earlier));
        return new(MomentOf(schedule, day, zone), Before(schedule, day), day.AddDays(-1), skipped, from);
    }

    /// <summary>When the next falls due after now, UTC.</summary>
    public static DateTimeOffset NextAt(BriefSchedule schedule, DateTimeOffset now)
    {
        var zone = AlertClock.ZoneOf(schedule.TimeZone);
        for (var day = LocalDay(now, zone).AddDays(-1); ; day = day.AddDays(1))
        {
            if (IsOn(schedule, day) && MomentOf(schedule, day, zone) is var moment && moment > now) return moment;
        }
    }

    private static DateOnly LocalDay(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static DateTimeOffset MomentOf(BriefSchedule schedule, DateOnly day, TimeZoneInfo zone) => AlertClock.MomentOf(day, schedule.At, zone);

    private static DateOnly Before(BriefSchedule schedule, DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!IsOn(schedule, day));
        return day;
    }

    private static bool IsOn(BriefSchedule schedule, DateOnly day) => schedule.Rhythm switch
    {
        BriefRhythm.Weekly => day.DayOfWeek == schedule.Weekday,
        BriefRhythm.Monthly => day.Day == Math.Min(schedule.DayOfMonth, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => true,
    };
}

/// <summary>A brief that is due.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="From">Its first day, inclusive.</param>
/// <param name="To">Its last day, inclusive.</param>
/// <param name="Skipped">How many fell due before it and are not made.</param>
/// <param name="SkippedFrom">The first day of these; null where there are none.</param>
internal readonly record struct DueBrief(DateTimeOffset At, DateOnly From, DateOnly To, int Skipped, DateOnly? SkippedFrom);
