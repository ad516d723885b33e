using System.Globalization;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Words;

/// <summary>Days and periods in words, never more precise than they are known.</summary>
public static class DateWords
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>"22 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", s_culture);

    /// <summary>"Sunday, 22 November 2026".</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", s_culture);

    /// <summary>"22 Nov 2026, 14:05 UTC".</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("d MMM yyyy, HH:mm", s_culture) + " UTC";

    /// <summary>When something happened: "22 Nov 2026", "21–22 Nov 2026", "in November 2026", "week of 16 Nov 2026", "day not said".</summary>
    public static string Period(DateOnly? from, DateOnly? to, TimePrecision precision) => (from, to, precision) switch
    {
        (null, null, _) or (_, _, TimePrecision.Unknown) => "day not said",
        ({ } first, { } last, TimePrecision.Month) when (first.Year, first.Month) == (last.Year, last.Month) => $"in {first.ToString("MMMM yyyy", s_culture)}",
        ({ } first, { } last, TimePrecision.Year) when first.Year == last.Year => $"in {first.Year}",
        ({ } first, { } last, TimePrecision.Week) when last.DayNumber - first.DayNumber <= 7 => $"in the week of {Day(first)}",
        ({ } first, { } last, _) when first == last => Day(first),
        ({ } first, { } last, _) => Between(first, last),
        ({ } first, null, _) => $"from {Day(first)}",
        (null, { } last, _) => $"by {Day(last)}",
    };

    /// <summary>How long ago: "just now", "5 min ago", "3 h ago", "2 days ago", then the day.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes} min ago",
        { TotalDays: < 1 } span => $"{(int)span.TotalHours} h ago",
        { TotalDays: < 14 } span => (int)span.TotalDays == 1 ? "1 day ago" : $"{(int)span.TotalDays} days ago",
        _ => Day(DateOnly.FromDateTime(moment.UtcDateTime)),
    };

    private static string Between(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
    {
        (true, true) => $"{first.Day}–{Day(last)}",
        (true, false) => $"{first.ToString("d MMM", s_culture)} – {Day(last)}",
        _ => $"{Day(first)} – {Day(last)}",
    };
}
