using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Regions;

/// <summary>In how many incidents a kind of target was hit. An incident counts once for each of the kinds that its targets are of.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Now">In the period.</param>
/// <param name="Before">In the period just before.</param>
/// <param name="YearBefore">In the same days a year before.</param>
/// <param name="Trend">Over the steps of the summary's trend, oldest first.</param>
public sealed record TargetCount(TargetKind Kind, int Now, int Before, int YearBefore, IReadOnlyList<int> Trend)
{
    /// <summary>The kinds that were hit in any of the periods, those hit most first.</summary>
    /// <param name="steps">The period's steps.</param>
    /// <param name="days">What was counted in the period (0), a year before (1) and just before (2).</param>
    internal static IReadOnlyList<TargetCount> Of(IReadOnlyList<DaySpan> steps, ILookup<TargetKind, NameDays> days) =>
    [
        .. days.Select(kind => new TargetCount(kind.Key, Sum(kind, 0), Sum(kind, 2), Sum(kind, 1), [.. steps.Select(step => kind.Where(day => day.Period == 0 && day.Day >= step.From && day.Day <= step.To).Sum(day => day.Count))]))
            .OrderByDescending(count => count.Now).ThenByDescending(count => count.Before).ThenBy(count => count.Kind),
    ];

    private static int Sum(IEnumerable<NameDays> days, int period) => days.Where(day => day.Period == period).Sum(day => day.Count);
}
