using System.Globalization;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>Incidents by month and type as columns of a chart, and as the table that says the same.</summary>
/// <param name="Columns">Oldest first; the month in which the two periods meet stands twice, with the days of each.</param>
/// <param name="Types">The event types that occur, in the codebook's order.</param>
public sealed record MonthChart(IReadOnlyList<MonthColumn> Columns, IReadOnlyList<EventMark> Types)
{
    /// <summary>Arranges a summary's months.</summary>
    public static MonthChart Of(RegionSummary summary)
    {
        var period = RegionPeriod.Between(summary.From, summary.To);
        var columns = summary.ByMonth.GroupBy(count => (count.Month, count.IsBefore))
            .OrderBy(group => group.Key.Month).ThenByDescending(group => group.Key.IsBefore)
            .Select(group => MonthColumn.Of(
                group.Key.Month, group.Key.IsBefore,
                group.Key.IsBefore ? period.BeforeFrom : period.From, group.Key.IsBefore ? period.BeforeTo : period.To,
                group.ToLookup(count => count.EventType, count => count.Count)));
        var occurring = summary.ByMonth.Where(count => count.Count > 0).Select(count => count.EventType).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new([.. columns], [.. EventMark.All.Where(mark => occurring.Remove(mark.Type)), .. occurring.Order(StringComparer.Ordinal).Select(type => EventMark.Of(type) with { Type = type })]);
    }
}

/// <summary>A month, or the part of it that belongs to a period.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="IsBefore">True where it belongs to the period before.</param>
/// <param name="Counts">Incidents by event type; a type that is missing has none.</param>
public sealed record MonthColumn(DateOnly From, DateOnly To, bool IsBefore, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>All types together.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>"Sep 2026", or the days where only a part of the month belongs to the period: "1–26 Aug 2026".</summary>
    public string Label => From.Day == 1 && To.AddDays(1).Day == 1
        ? From.ToString("MMM yyyy", CultureInfo.InvariantCulture) : DateWords.Period(From, To, Store.Incidents.TimePrecision.Day);

    /// <summary>How many of a type.</summary>
    public int Of(string eventType) => Counts.GetValueOrDefault(eventType);

    internal static MonthColumn Of(DateOnly month, bool isBefore, DateOnly first, DateOnly last, ILookup<string, int> counts)
    {
        var end = month.AddMonths(1).AddDays(-1);
        return new(month < first ? first : month, end > last ? last : end, isBefore, counts.ToDictionary(group => group.Key, group => group.Sum(), StringComparer.OrdinalIgnoreCase));
    }
}
