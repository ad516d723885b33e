using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Tests.Words;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20", TimePrecision.Day, "20 Nov 2026")]
    [InlineData("2026-11-20", "2026-11-21", TimePrecision.Day, "20–21 Nov 2026")]
    [InlineData("2026-10-30", "2026-11-02", TimePrecision.Day, "30 Oct – 2 Nov 2026")]
    [InlineData("2025-12-30", "2026-01-02", TimePrecision.Day, "30 Dec 2025 – 2 Jan 2026")]
    [InlineData("2026-11-16", "2026-11-22", TimePrecision.Week, "in the week of 16 Nov 2026")]
    [InlineData("2026-11-01", "2026-11-30", TimePrecision.Month, "in November 2026")]
    [InlineData("2026-01-01", "2026-12-31", TimePrecision.Year, "in 2026")]
    [InlineData(null, null, TimePrecision.Unknown, "day not said")]
    [InlineData(null, "2026-11-20", TimePrecision.Day, "by 20 Nov 2026")]
    public void Period_IsNoMorePreciseThanTheReports(string? from, string? to, TimePrecision precision, string expected) =>
        Assert.Equal(expected, DateWords.Period(Day(from), Day(to), precision));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
