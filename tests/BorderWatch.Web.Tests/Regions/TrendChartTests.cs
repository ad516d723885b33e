using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class TrendChartTests
{
    private static readonly PeriodFigures s_nothing = new(0, [], CasualtyCount.Unsaid, CasualtyCount.Unsaid, CasualtyCount.Unsaid, 0, 0, 0);
    private static readonly CountComparison s_same = CountComparison.Of(0, 0);

    private static TrendChart Chart(params TrendCount[] trend) => TrendChart.Of(new RegionSummary(
        new Region { Name = "Panj" }, new DateOnly(2026, 9, 17), new DateOnly(2026, 11, 15), s_nothing, s_nothing, s_nothing, trend, s_same, s_same,
        new RegionFirsts(null, [], [], []), new Coverage(0, 0, 0, 0, []), [], [], [], [], ActorTrends.None, []));

    private static TrendCount Count(string from, string to, string type, int count, bool isBefore = false) =>
        new(DateOnly.Parse(from), DateOnly.Parse(to), type, count, isBefore);

    [Fact]
    public void Of_MonthInWhichThePeriodsMeet_StandsTwiceWithItsDays()
    {
        var chart = Chart(Count("2026-09-01", "2026-09-16", "Battles", 1, true), Count("2026-09-17", "2026-09-30", "Battles", 2), Count("2026-10-01", "2026-10-31", "Battles", 4));

        Assert.Equal(["1–16 Sep 2026", "17–30 Sep 2026", "Oct 2026"], chart.Columns.Select(column => column.Label));
        Assert.Equal([true, false, false], chart.Columns.Select(column => column.IsBefore));
        Assert.Equal([1, 2, 4], chart.Columns.Select(column => column.Total));
        Assert.False(chart.IsWeekly);
    }

    [Fact]
    public void Of_Types_AreThoseThatOccurInTheCodebooksOrder()
    {
        var chart = Chart([.. new[] { ("Riots", 1), ("Battles", 1), ("Protests", 0), ("Of our own", 1) }.Select(type => Count("2026-10-01", "2026-10-07", type.Item1, type.Item2))]);

        Assert.Equal(["Battles", "Riots", "Of our own"], chart.Types.Select(type => type.Type));
        Assert.True(chart.IsWeekly);
    }
}
