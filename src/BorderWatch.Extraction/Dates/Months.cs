using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>Month names of the Gregorian and the Solar Hijri calendar.</summary>
internal static class Months
{
    private static readonly PersianCalendar SolarHijri = new();

    private static readonly Dictionary<string, Month> ByName = Load();

    /// <summary>A month by name.</summary>
    public readonly record struct Month(int Number, bool IsSolarHijri);

    /// <summary>The month that the token names; null where it names none. "may" and "march" only with a capital.</summary>
    public static Month? Find(Token token) =>
        token.IsCapitalised && ByName.TryGetValue(token.Lower, out var month) ? month : null;

    /// <summary>The Gregorian day; null where there is no such day.</summary>
    public static DateOnly? Day(int year, Month month, int day)
    {
        if (day is < 1 or > 31) return null;
        if (!month.IsSolarHijri) return year is >= 1800 and <= 2200 && day <= DateTime.DaysInMonth(year, month.Number) ? new DateOnly(year, month.Number, day) : null;
        return year is >= 1200 and <= 1500 && day <= SolarHijri.GetDaysInMonth(year, month.Number) ? DateOnly.FromDateTime(SolarHijri.ToDateTime(year, month.Number, day, 0, 0, 0, 0)) : null;
    }

    /// <summary>The first and the last Gregorian day of a month; null where there is no such year.</summary>
    public static (DateOnly From, DateOnly To)? Whole(int year, Month month)
    {
        if (Day(year, month, 1) is not { } from) return null;
        var length = month.IsSolarHijri ? SolarHijri.GetDaysInMonth(year, month.Number) : DateTime.DaysInMonth(year, month.Number);
        return (from, from.AddDays(length - 1));
    }

    /// <summary>The year of the month's calendar that holds <paramref name="day"/>.</summary>
    public static int YearOf(DateOnly day, Month month) => month.IsSolarHijri ? SolarHijri.GetYear(day.ToDateTime(TimeOnly.MinValue)) : day.Year;

    private static Dictionary<string, Month> Load()
    {
        var months = new Dictionary<string, Month>();
        foreach (var row in Lexicon.Rows("months.tsv"))
            foreach (var name in row[0].Split('|')) months[name] = new Month(int.Parse(row[2], CultureInfo.InvariantCulture), row[1] == "h");
        return months;
    }
}
