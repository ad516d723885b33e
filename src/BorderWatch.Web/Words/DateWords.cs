using System.Globalization;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Days and periods in words, in the form that the reader chose and never more precise than they are known.</summary>
public static class DateWords
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>"22 Nov 2026", "2026-11-22" or "1 Azar 1405".</summary>
    public static string Day(DateOnly day) => Day(day, Reader.Dates);

    /// <summary>A day in one of the forms.</summary>
    public static string Day(DateOnly day, DateForm form) => form switch
    {
        DateForm.Numbers => day.ToString("yyyy-MM-dd", s_culture),
        DateForm.SolarHijri when SolarHijri.Has(day) => SolarHijri.Day(day),
        _ => $"{DayAndMonth(day)} {day.Year}",
    };

    /// <summary>"Sunday, 22 November 2026", "Sunday, 2026-11-22" or "Sunday, 1 Azar 1405".</summary>
    public static string LongDay(DateOnly day) => Say.It("{0}, {1}", Say.Name(day.ToString("dddd", s_culture)), Reader.Dates == DateForm.Words ? $"{day.Day} {Say.Name(day.ToString("MMMM", s_culture))} {day.Year}" : Day(day));

    /// <summary>"22 Nov", where the year is plain.</summary>
    public static string ShortDay(DateOnly day) => Reader.Dates switch
    {
        DateForm.Numbers => day.ToString("MM-dd", s_culture),
        DateForm.SolarHijri when SolarHijri.Has(day) => SolarHijri.ShortDay(day),
        _ => DayAndMonth(day),
    };

    /// <summary>"22 Nov 26", where there is little room.</summary>
    public static string NarrowDay(DateOnly day) => Reader.Dates == DateForm.Words ? $"{DayAndMonth(day)} {day.ToString("yy", s_culture)}" : Day(day);

    /// <summary>"November".</summary>
    public static string MonthName(DateOnly day) => Say.Name(day.ToString("MMMM", s_culture));

    /// <summary>"November 2026". A month is known as the calendar of the reports has it, so it is not put into another.</summary>
    public static string Month(DateOnly day) => $"{MonthName(day)} {day.Year}";

    /// <summary>"Nov 2026".</summary>
    public static string ShortMonth(DateOnly day) => $"{Say.Name(day.ToString("MMM", s_culture))} {day.Year}";

    /// <summary>"22 Nov 2026, 14:05 UTC", or "22 Nov 2026, 19:05 UTC+5" for a reader in that zone.</summary>
    public static string Moment(DateTimeOffset moment) => Say.It("{0}, {1}", Day(DayOf(moment)), Clock(moment));

    /// <summary>The day of a moment where the reader is.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Reader.Zone).DateTime);

    /// <summary>"14:05 UTC", in the reader's zone.</summary>
    public static string Clock(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Reader.Zone);
        return $"{local.ToString("HH:mm", s_culture)} {Say.Apart(ZoneOf(local.Offset))}";
    }

    /// <summary>When something happened: "22 Nov 2026", "21–22 Nov 2026", "in November 2026", "week of 16 Nov 2026", "day not said".</summary>
    public static string Period(DateOnly? from, DateOnly? to, TimePrecision precision) => (from, to, precision) switch
    {
        (null, null, _) or (_, _, TimePrecision.Unknown) => Say.It("day not said"),
        ({ } first, { } last, TimePrecision.Month) when (first.Year, first.Month) == (last.Year, last.Month) => Say.It("in {0}", Month(first)),
        ({ } first, { } last, TimePrecision.Year) when first.Year == last.Year => Say.It("in {0}", first.Year),
        ({ } first, { } last, TimePrecision.Week) when last.DayNumber - first.DayNumber <= 7 => Say.It("in the week of {0}", Day(first)),
        ({ } first, { } last, _) when first == last => Day(first),
        ({ } first, { } last, _) => Between(first, last),
        ({ } first, null, _) => Say.It("from {0}", Day(first)),
        (null, { } last, _) => Say.It("by {0}¦day", Day(last)),
    };

    /// <summary>How long ago: "just now", "5 min ago", "3 h ago", "2 days ago", then the day.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalMinutes: < 1 } => Say.It("just now"),
        { TotalHours: < 1 } span => Say.It("{0} min ago", (int)span.TotalMinutes),
        { TotalDays: < 1 } span => Say.It("{0} h ago", (int)span.TotalHours),
        { TotalDays: < 14 } span => Say.Count((int)span.TotalDays, "{0} day ago", "{0} days ago"),
        _ => Day(DayOf(moment)),
    };

    /// <summary>"UTC", "UTC+5", "UTC+4:30".</summary>
    public static string ZoneOf(TimeSpan offset) => offset == TimeSpan.Zero ? "UTC"
        : string.Create(s_culture, $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}");

    private static string DayAndMonth(DateOnly day) => $"{day.Day} {Say.Name(day.ToString("MMM", s_culture))}";

    private static string Between(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month, Reader.Dates) switch
    {
        (true, true, DateForm.Words) => $"{first.Day}–{Day(last)}",
        (true, false, DateForm.Words) => $"{DayAndMonth(first)} – {Day(last)}",
        _ => $"{Day(first)} – {Day(last)}",
    };
}
