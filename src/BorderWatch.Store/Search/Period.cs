using System.Globalization;

namespace BorderWatch.Store.Search;

/// <summary>A year, a month or a day as people write it.</summary>
/// <param name="First">First day, inclusive.</param>
/// <param name="Last">Last day, inclusive.</param>
internal readonly record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>"2025", "2025-11" or "2025-11-24"; null for anything else.</summary>
    public static Period? Parse(string text)
    {
        if (Exact("yyyy-MM-dd", out var day)) return new(day, day);
        if (Exact("yyyy-MM", out var month)) return new(month, month.AddMonths(1).AddDays(-1));
        return Exact("yyyy", out var year) && year.Year is > 1000 and < 9999 ? new(year, year.AddYears(1).AddDays(-1)) : null;

        bool Exact(string format, out DateOnly date) =>
            DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is > 1000 and < 9999;
    }
}
