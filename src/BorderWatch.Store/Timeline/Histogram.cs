namespace BorderWatch.Store.Timeline;

/// <summary>How much a bar of a histogram holds.</summary>
public enum HistogramStep
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Seven days, Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Incidents over time.</summary>
/// <param name="Step">How much a bar holds.</param>
/// <param name="Bins">Oldest first, without gaps: a bar of nothing is there too. Empty where there is no incident.</param>
public sealed record Histogram(HistogramStep Step, IReadOnlyList<HistogramBin> Bins)
{
    // As many bars as a narrow screen can tell apart.
    private const int MostDays = 62;
    private const int MostWeeks = 60;
    private const int MostMonths = 120;

    /// <summary>Arranges counts by day and event type.</summary>
    /// <param name="counts">In any order; days without incidents may be missing.</param>
    /// <param name="from">Where the period begins; null for the first day that has an incident.</param>
    /// <param name="to">Where it ends, inclusive; null for the last.</param>
    public static Histogram Of(IReadOnlyCollection<DayCount> counts, DateOnly? from, DateOnly? to)
    {
        if (counts.Count == 0) return new(HistogramStep.Day, []);
        var (first, last) = (from ?? counts.Min(count => count.Day), to ?? counts.Max(count => count.Day));
        var days = last.DayNumber - first.DayNumber + 1;
        var step = days <= MostDays ? HistogramStep.Day : days <= MostWeeks * 7 ? HistogramStep.Week : days <= MostMonths * 31 ? HistogramStep.Month : HistogramStep.Year;
        var byStart = counts.ToLookup(count => Start(count.Day, step));
        List<HistogramBin> bins = [];
        for (var start = Start(first, step); start <= last; start = Next(start, step))
        {
            var end = Next(start, step).AddDays(-1);
            bins.Add(new(start < first ? first : start, end > last ? last : end,
                byStart[start].GroupBy(count => count.EventType).ToDictionary(type => type.Key, type => type.Sum(count => count.Count))));
        }
        return new(step, bins);
    }

    private static DateOnly Start(DateOnly day, HistogramStep step) => step switch
    {
        HistogramStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        HistogramStep.Month => new(day.Year, day.Month, 1),
        HistogramStep.Year => new(day.Year, 1, 1),
        _ => day,
    };

    private static DateOnly Next(DateOnly start, HistogramStep step) => step switch
    {
        HistogramStep.Week => start.AddDays(7),
        HistogramStep.Month => start.AddMonths(1),
        HistogramStep.Year => start.AddYears(1),
        _ => start.AddDays(1),
    };
}

/// <summary>One bar.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; within the period that is asked for.</param>
/// <param name="Counts">Incidents by ACLED event type; a type that is missing has none.</param>
public sealed record HistogramBin(DateOnly From, DateOnly To, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>All types together.</summary>
    public int Total => Counts.Values.Sum();
}

/// <summary>How many incidents of a type a day has.</summary>
public readonly record struct DayCount(DateOnly Day, string EventType, int Count);
