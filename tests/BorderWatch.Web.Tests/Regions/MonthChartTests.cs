using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class MonthChartTests
{
    private static readonly PeriodFigures s_nothing = new(0, [], CasualtyCount.Unsaid, CasualtyCount.Unsaid, CasualtyCount.Unsaid, 0, 0);

    // 60 days to 15 November: 17 September to 15 November, and 19 July to 16 September before.
    private static MonthChart Chart(params MonthCount[] months) => MonthChart.Of(new RegionSummary(
        new Region { Name = "Panj" }, new DateOnly(2026, 9, 17), new DateOnly(2026, 11, 15), s_nothing, s_nothing, months, [], [], []));

    [Fact]
    public void Of_MonthInWhichThePeriodsMeet_StandsTwiceWithItsDays()
    {
        var september = new DateOnly(2026, 9, 1);

        var chart = Chart(new MonthCount(september, "Battles", 2, false), new MonthCount(september, "Battles", 1, true), new MonthCount(new DateOnly(2026, 10, 1), "Battles", 4, false));

        Assert.Equal(["1–16 Sep 2026", "17–30 Sep 2026", "Oct 2026"], chart.Columns.Select(column => column.Label));
        Assert.Equal([true, false, false], chart.Columns.Select(column => column.IsBefore));
        Assert.Equal([1, 2, 4], chart.Columns.Select(column => column.Total));
    }

    [Fact]
    public void Of_Types_AreThoseThatOccurInTheCodebooksOrder()
    {
        var month = new DateOnly(2026, 10, 1);

        var chart = Chart(new MonthCount(month, "Riots", 1, false), new MonthCount(month, "Battles", 1, false), new MonthCount(month, "Protests", 0, false), new MonthCount(month, "Of our own", 1, false));

        Assert.Equal(["Battles", "Riots", "Of our own"], chart.Types.Select(type => type.Type));
    }
}
