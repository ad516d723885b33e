namespace BorderWatch.Store.Alerts;

/// <summary>When a rule's mail and webhooks may leave.</summary>
internal static class AlertClock
{
    /// <summary>The first moment, UTC, from which a notice of now may leave.</summary>
    public static DateTimeOffset LeavesAt(AlertRule rule, DateTimeOffset now)
    {
        var zone = ZoneOf(rule.TimeZone);
        var at = rule.Timing == AlertTiming.Digest ? NextAt(rule.DigestAt, now, zone) : now;
        if (rule is not { QuietFrom: { } from, QuietTo: { } to } || from == to) return at;
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        // IsBetween knows spans over midnight.
        return local.IsBetween(from, to) ? NextAt(to, at, zone) : at;
    }

    /// <summary>The zone of that name; UTC where this machine does not know it (any more).</summary>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The moment, UTC, at which a clock there shows the time on that day; an hour later on the day that leaves it out, the later one where it comes twice.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    // The next moment, after now, at which a clock there shows the time.
    private static DateTimeOffset NextAt(TimeOnly time, DateTimeOffset now, TimeZoneInfo zone)
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime); ; day = day.AddDays(1))
        {
            var moment = MomentOf(day, time, zone);
            if (moment > now) return moment;
        }
    }
}
