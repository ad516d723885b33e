using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Tests.Regions;

public sealed class DaySpanTests
{
    [Theory]
    [InlineData("2026-01-15", "2026-04-20", "2026-02-01", "2026-03-01")]
    [InlineData("2026-01-01", "2026-12-31", "2026-01-01", "2026-12-01")]
    [InlineData("2026-02-01", "2026-02-28", "2026-02-01", "2026-02-01")]
    [InlineData("2025-12-31", "2026-02-27", "2026-01-01", "2026-01-01")]
    [InlineData("2026-02-02", "2026-03-30", null, null)]
    [InlineData("2026-02-02", "2026-02-02", null, null)]
    [InlineData("9999-11-02", "9999-12-31", "9999-12-01", "9999-12-01")]
    public void ByMonth_HoldsEveryDayOnce(string from, string to, string? firstMonth, string? lastMonth)
    {
        var days = new DaySpan(DateOnly.Parse(from), DateOnly.Parse(to));

        var (months, head, tail) = days.ByMonth();

        Assert.Equal(firstMonth is null, months.Days == 0);
        if (firstMonth is not null) Assert.Equal(new(DateOnly.Parse(firstMonth), DateOnly.Parse(lastMonth!)), months);
        List<int> held = [.. Days(head), .. Days(tail)];
        for (var month = months.From; month <= months.To; month = month.AddMonths(1))
        {
            held.AddRange(Days(new(month, new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)))));
            if (month is { Year: 9999, Month: 12 }) break;
        }
        Assert.Equal(Days(days), held.Order());
    }

    private static IEnumerable<int> Days(DaySpan span) => Enumerable.Range(span.From.DayNumber, span.Days);
}
