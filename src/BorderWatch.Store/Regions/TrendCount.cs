namespace BorderWatch.Store.Regions;

/// <summary>How many incidents of a type a step of time has: seven days, or a calendar month where the period is long.</summary>
/// <param name="From">Its first day, inclusive.</param>
/// <param name="To">Its last day, inclusive. The first step of a period may be shorter than the others.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Count">How many.</param>
/// <param name="IsBefore">True where it belongs to the period before.</param>
public sealed record TrendCount(DateOnly From, DateOnly To, string EventType, int Count, bool IsBefore)
{
    // Half a year of weeks is as many columns as can be told apart.
    private const int LongestInWeeks = 186;

    /// <summary>True where a period of so many days is shown in weeks.</summary>
    internal static bool IsWeekly(int days) => days <= LongestInWeeks;

    /// <summary>Every step of the period before and of this one, with every type that occurs in either, zeros included.</summary>
    /// <param name="days">What was counted.</param>
    /// <param name="start">First day of the period before.</param>
    /// <param name="from">First day of this period.</param>
    /// <param name="to">Its last day, inclusive.</param>
    internal static IReadOnlyList<TrendCount> Arrange(IReadOnlyList<DayCount> days, DateOnly start, DateOnly from, DateOnly to)
    {
        var types = days.Select(day => day.EventType).Distinct().Order(StringComparer.Ordinal).ToList();
        var weekly = IsWeekly(to.DayNumber - from.DayNumber + 1);
        var before = from > start ? Steps(start, from.AddDays(-1), weekly).Select(step => (step.From, step.To, IsBefore: true)) : [];
        var steps = before.Concat(Steps(from, to, weekly).Select(step => (step.From, step.To, IsBefore: false))).ToList();
        var sums = new Dictionary<(int Step, string Type), int>();
        foreach (var day in days)
        {
            var at = steps.FindIndex(step => day.Date <= step.To);
            sums[(at, day.EventType)] = sums.GetValueOrDefault((at, day.EventType)) + day.Count;
        }
        return [.. steps.SelectMany((step, at) => types.Select(type => new TrendCount(step.From, step.To, type, sums.GetValueOrDefault((at, type)), step.IsBefore)))];
    }

    /// <summary>The counts of a period's whole weeks, counted back from its last day: what tells how much a week differs from the next.</summary>
    internal static IReadOnlyList<int> WholeWeeks(IReadOnlyList<DayCount> days, DateOnly from, DateOnly to)
    {
        var weeks = new int[(to.DayNumber - from.DayNumber + 1) / 7];
        foreach (var day in days)
        {
            var back = (to.DayNumber - day.Date.DayNumber) / 7;
            if (day.Date <= to && back < weeks.Length) weeks[back] += day.Count;
        }
        return weeks;
    }

    /// <summary>The steps of a period, oldest first.</summary>
    internal static IReadOnlyList<DaySpan> StepsOf(DaySpan days) => [.. Steps(days.From, days.To, IsWeekly(days.Days)).Select(step => new DaySpan(step.From, step.To))];

    // Weeks are counted back from the last day, so that the newest is whole.
    private static List<(DateOnly From, DateOnly To)> Steps(DateOnly first, DateOnly last, bool weekly)
    {
        var steps = new List<(DateOnly From, DateOnly To)>();
        for (var end = last; end >= first;)
        {
            var begin = weekly ? end.AddDays(-6) : new DateOnly(end.Year, end.Month, 1);
            if (begin < first) begin = first;
            steps.Add((begin, end));
            if (begin == DateOnly.MinValue) break;
            end = begin.AddDays(-1);
        }
        steps.Reverse();
        return steps;
    }
}

/// <summary>How many incidents of a type a day has, or a step of time that the day stands for.</summary>
internal sealed record DayCount(DateOnly Date, string EventType, int Count);
