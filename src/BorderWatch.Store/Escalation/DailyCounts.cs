namespace BorderWatch.Store.Escalation;

/// <summary>Incidents of one kind by day, from the first day that anything is known of.</summary>
/// <param name="since">The first day.</param>
/// <param name="days">How many incidents each day has, that day first.</param>
public sealed class DailyCounts(DateOnly since, IReadOnlyList<int> days)
{
    // Three years tell the season; what is older was another place.
    private const int MostWeeks = 3 * ExpectedWeek.Year + ExpectedWeek.Guard;

    /// <summary>Counts days that may repeat and have gaps.</summary>
    public static DailyCounts Of(DateOnly since, DateOnly to, IEnumerable<(DateOnly Date, int Count)> counts)
    {
        var days = new int[Math.Max(0, to.DayNumber - since.DayNumber + 1)];
        foreach (var (date, count) in counts)
        {
            if (date >= since && date <= to) days[date.DayNumber - since.DayNumber] += count;
        }
        return new(since, days);
    }

    /// <summary>The seven days that end on a day, and what was expected of them; null for what cannot be expected yet.</summary>
    public (int Count, ExpectedWeek? Expected) WeekTo(DateOnly last)
    {
        var end = last.DayNumber - since.DayNumber;
        List<int> weeks = [];
        for (var first = end - 6; first >= 0 && weeks.Count <= MostWeeks; first -= 7) weeks.Add(Sum(first));
        return weeks.Count == 0 ? (0, null) : (weeks[0], ExpectedWeek.From([.. weeks.Skip(1)]));
    }

    private int Sum(int first)
    {
        var sum = 0;
        for (var at = first; at < first + 7 && at < days.Count; at++) sum += days[at];
        return sum;
    }
}
