using System.Globalization;
using BorderWatch.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderWatch.Web.Regions;

/// <summary>The days that a region's summary covers, as they stand in the address.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="LastDays">"The last so many days", where the address says it so; null for fixed days.</param>
public sealed record RegionPeriod(DateOnly From, DateOnly To, int? LastDays)
{
    // Ten years: longer than that is a slip of the keyboard.
    private const int Longest = 3660;

    // Beyond these no news is read, and the period before would leave the calendar.
    private static readonly DateOnly s_first = new(1900, 1, 1);
    private static readonly DateOnly s_last = new(2199, 12, 31);

    /// <summary>The spans that are offered, in days.</summary>
    public static IReadOnlyList<int> Offered { get; } = [7, 30, 90, 365];

    /// <summary>How many days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>First day of the period of the same length just before.</summary>
    public DateOnly BeforeFrom => From.AddDays(-Days);

    /// <summary>Last day of the period just before.</summary>
    public DateOnly BeforeTo => From.AddDays(-1);

    /// <summary>The same first day a year before.</summary>
    public DateOnly YearFrom => From.AddYears(-1);

    /// <summary>The same last day a year before.</summary>
    public DateOnly YearTo => To.AddYears(-1);

    /// <summary>"27 Aug – 24 Nov 2026".</summary>
    public string Words => DateWords.Period(From, To, Store.Incidents.TimePrecision.Day);

    /// <summary>"29 May – 26 Aug 2026".</summary>
    public string BeforeWords => DateWords.Period(BeforeFrom, BeforeTo, Store.Incidents.TimePrecision.Day);

    /// <summary>Reads an address; the last 90 days where it says nothing that can be read.</summary>
    /// <param name="uri">Absolute, or from the query on.</param>
    /// <param name="today">The day that "the last so many days" ends on.</param>
    public static RegionPeriod Read(string uri, DateOnly today)
    {
        var query = QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? uri[at..].Split('#')[0] : "");
        string? One(string name) => query.GetValueOrDefault(name).FirstOrDefault();
        DateOnly? Day(string name) => DateOnly.TryParseExact(One(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (Day("from") is { } from && Day("to") is { } to) return Between(from, to);
        return Over(int.TryParse(One("last"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Longest ? days : 90, today);
    }

    /// <summary>The last so many days, today included.</summary>
    public static RegionPeriod Over(int days, DateOnly today) => new(today.AddDays(1 - days), today, days);

    /// <summary>Between two days; turned round where they stand the wrong way, cut where they lie more than ten years apart or outside 1900 to 2199.</summary>
    public static RegionPeriod Between(DateOnly from, DateOnly to)
    {
        if (from > to) (from, to) = (to, from);
        (from, to) = (Within(from), Within(to));
        if (to.DayNumber - from.DayNumber >= Longest) from = to.AddDays(1 - Longest);
        return new(from, to, null);
    }

    private static DateOnly Within(DateOnly day) => day < s_first ? s_first : day > s_last ? s_last : day;

    /// <summary>The address of a region's summary over this period.</summary>
    public string On(Guid region) => LastDays is { } days
        ? $"/regions/{region}?last={days}"
        : string.Create(CultureInfo.InvariantCulture, $"/regions/{region}?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}");
}
