using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Regions;

/// <summary>Incidents by week or month and type as columns of a chart, and as the table that says the same.</summary>
/// <param name="Columns">Oldest first; the month in which the two periods meet stands twice, with the days of each.</param>
/// <param name="Types">The event types that occur, in the codebook's order.</param>
public sealed record TrendChart(IReadOnlyList<TrendColumn> Columns, IReadOnlyList<EventMark> Types)
{
    // More words than this on a chart hide each other.
    private const int MostNotes = 3;

    /// <summary>True where a column is a week, false where it is a month.</summary>
    public bool IsWeekly => Columns.All(column => column.To.DayNumber - column.From.DayNumber < 7);

    /// <summary>Arranges a summary's trend; the gravest incidents are noted at their columns.</summary>
    public static TrendChart Of(RegionSummary summary)
    {
        var notes = summary.Gravest.Take(MostNotes).ToList();
        var columns = summary.Trend.GroupBy(count => (count.From, count.To, count.IsBefore)).OrderBy(group => group.Key.From)
            .Select(group => new TrendColumn(
                group.Key.From, group.Key.To, group.Key.IsBefore, group.ToDictionary(count => count.EventType, count => count.Count, StringComparer.OrdinalIgnoreCase),
                Note(notes.Where(row => !group.Key.IsBefore && row.TimelineDate >= group.Key.From && row.TimelineDate <= group.Key.To))));
        var occurring = summary.Trend.Where(count => count.Count > 0).Select(count => count.EventType).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new([.. columns], [.. EventMark.All.Where(mark => occurring.Remove(mark.Type)), .. occurring.Order(StringComparer.Ordinal).Select(type => EventMark.Of(type) with { Type = type })]);
    }

    private static string? Note(IEnumerable<TimelineRow> gravest) =>
        gravest.MaxBy(row => row.Killed.Best ?? row.Killed.Low) is { } row ? Say.It("{0} killed", row.Killed.Best ?? row.Killed.Low) + (row.PlaceName is { } place ? $"\n{place}" : "") : null;
}

/// <summary>A week or month, or the part of it that belongs to a period.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="IsBefore">True where it belongs to the period before.</param>
/// <param name="Counts">Incidents by event type; a type that is missing has none.</param>
/// <param name="Note">What stood out, in a few words; null where nothing did.</param>
public sealed record TrendColumn(DateOnly From, DateOnly To, bool IsBefore, IReadOnlyDictionary<string, int> Counts, string? Note)
{
    /// <summary>All types together.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>"Sep 2026" for a whole month, else the days: "1–26 Aug 2026".</summary>
    public string Label => From.Day == 1 && To.AddDays(1).Day == 1
        ? DateWords.ShortMonth(From) : DateWords.Period(From, To, TimePrecision.Day);

    /// <summary>How many of a type.</summary>
    public int Of(string eventType) => Counts.GetValueOrDefault(eventType);
}
