using System.Globalization;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Days in the calendar of Iran and Afghanistan.</summary>
internal static class SolarHijri
{
    private static readonly PersianCalendar s_calendar = new();

    private static readonly string[] s_months =
        ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"];

    /// <summary>False for days before the calendar begins.</summary>
    public static bool Has(DateOnly day) => At(day) >= s_calendar.MinSupportedDateTime;

    /// <summary>"1 Azar 1405".</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{ShortDay(day)} {s_calendar.GetYear(At(day))}");

    /// <summary>"1 Azar".</summary>
    public static string ShortDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{s_calendar.GetDayOfMonth(At(day))} {Say.Name(s_months[s_calendar.GetMonth(At(day)) - 1])}");

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
