namespace BorderWatch.Store.Alerts;

/// <summary>From when a rule fires.</summary>
/// <param name="Incidents">At least so many incidents; null where their number does not count.</param>
/// <param name="Killed">At least so many people killed, by the lowest numbers of the reports; null where they do not count.</param>
/// <param name="Both">True where both must be reached; false where either will do.</param>
/// <param name="Days">Within so many days, both ends counted.</param>
public readonly record struct AlertThreshold(int? Incidents, int? Killed, bool Both, int Days)
{
    /// <summary>A rule's.</summary>
    public static AlertThreshold Of(AlertRule rule) => new(rule.Incidents, rule.Killed, rule.Both, rule.Days);

    /// <summary>True where so many reach it.</summary>
    public bool IsReached(int incidents, long killed) => (Incidents, Killed) switch
    {
        ({ } n, { } k) => Both ? incidents >= n && killed >= k : incidents >= n || killed >= k,
        ({ } n, null) => incidents >= n,
        (null, { } k) => killed >= k,
        _ => false,
    };

    /// <summary>
    /// The spans of days in which it is reached, the earliest first. What one span has, no later one counts again, so that ten incidents
    /// of which three are asked for make three notices and not eight.
    /// </summary>
    /// <param name="days">Counts by day, in order; days without any may be missing.</param>
    /// <param name="isNews">Says of a span whether anything in it is new; null where everything is.</param>
    public IReadOnlyList<(DateOnly From, DateOnly To)> Spans(IReadOnlyList<(DateOnly Date, int Incidents, long Killed)> days, Func<DateOnly, DateOnly, bool>? isNews = null)
    {
        List<(DateOnly From, DateOnly To)> spans = [];
        var begin = 0;
        for (var end = 0; end < days.Count; end++)
        {
            while (days[end].Date.DayNumber - days[begin].Date.DayNumber >= Days) begin++;
            var (incidents, killed) = (0, 0L);
            for (var at = begin; at <= end; at++) (incidents, killed) = (incidents + days[at].Incidents, killed + days[at].Killed);
            if (!IsReached(incidents, killed) || isNews?.Invoke(days[begin].Date, days[end].Date) == false) continue;
            spans.Add((days[begin].Date, days[end].Date));
            begin = end + 1;
        }
        return spans;
    }
}
