using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class RegionPeriodTests
{
    private static readonly DateOnly s_today = new(2026, 11, 24);

    [Fact]
    public void Read_NothingAsked_IsNinetyDaysWithTodayIncluded()
    {
        var period = RegionPeriod.Read("http://127.0.0.1/regions/x", s_today);

        Assert.Equal((new DateOnly(2026, 8, 27), s_today, 90), (period.From, period.To, period.Days));
        Assert.Equal((new DateOnly(2026, 5, 29), new DateOnly(2026, 8, 26)), (period.BeforeFrom, period.BeforeTo));
    }

    [Theory]
    [InlineData("?last=30", 30)]
    [InlineData("?last=0", 90)]
    [InlineData("?last=abc", 90)]
    [InlineData("?from=2026-09-01&to=2026-09-30", 30)]
    [InlineData("?from=2026-09-30&to=2026-09-01", 30)]
    [InlineData("?from=2026-09-30", 90)]
    [InlineData("?from=0001-01-01&to=9999-12-31", 3660)]
    public void Read_Anything_OpensOnSomePeriod(string query, int days) => Assert.Equal(days, RegionPeriod.Read(query, s_today).Days);

    [Theory]
    [InlineData("?from=0001-01-01&to=0001-01-02", 1900)]
    [InlineData("?from=9999-12-30&to=9999-12-31", 2199)]
    public void Read_DaysAtTheEdgeOfTheCalendar_StillHaveAYearBefore(string query, int year)
    {
        var period = RegionPeriod.Read(query, s_today);

        Assert.Equal((year, year - 1), (period.To.Year, period.YearTo.Year));
        Assert.True(period.BeforeFrom < period.From);
    }

    [Fact]
    public void On_IsReadBackTheSame()
    {
        var fixedDays = RegionPeriod.Between(new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 15));
        var sliding = RegionPeriod.Over(365, s_today);

        Assert.Equal(fixedDays, RegionPeriod.Read(fixedDays.On(Guid.NewGuid()), s_today));
        Assert.Equal(sliding, RegionPeriod.Read(sliding.On(Guid.NewGuid()), s_today));
    }
}
