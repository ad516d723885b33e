namespace BorderWatch.Store.Regions;

/// <summary>Some days in a row.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; before <paramref name="From"/> where there is no day.</param>
public readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    /// <summary>How many days.</summary>
    public int Days => Math.Max(0, To.DayNumber - From.DayNumber + 1);

    /// <summary>The whole months among the days, and the days before and after these; where no month is whole, every day is before.</summary>
    internal (DaySpan Months, DaySpan Head, DaySpan Tail) ByMonth()
    {
        // Months from the year 1 on; the month after the last day's may be beyond the calendar.
        var (first, end) = (MonthOf(From) + (From.Day == 1 ? 0 : 1), To == DateOnly.MaxValue || To.AddDays(1).Day == 1 ? MonthOf(To) + 1 : MonthOf(To));
        if (end <= first) return (s_none, this, s_none);
        var (begin, last) = (Begin(first), Begin(end - 1));
        var past = new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return (new(begin, last), From < begin ? new(From, begin.AddDays(-1)) : s_none, past < To ? new(past.AddDays(1), To) : s_none);
    }

    private static readonly DaySpan s_none = new(DateOnly.MaxValue, DateOnly.MinValue);

    private static int MonthOf(DateOnly day) => 12 * (day.Year - 1) + day.Month - 1;

    private static DateOnly Begin(int month) => new(month / 12 + 1, month % 12 + 1, 1);
}
