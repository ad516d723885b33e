using BorderWatch.Store.Alerts;

namespace BorderWatch.Store.Tests.Alerts;

public sealed class AlertClockTests
{
    [Theory]
    [InlineData("2026-11-20T16:59:00Z", "2026-11-20T16:59:00Z")] // 21:59 in Dushanbe
    [InlineData("2026-11-20T17:00:00Z", "2026-11-21T01:00:00Z")] // 22:00: until 06:00
    [InlineData("2026-11-21T00:59:00Z", "2026-11-21T01:00:00Z")]
    [InlineData("2026-11-21T01:00:00Z", "2026-11-21T01:00:00Z")]
    public void QuietHours_OverMidnight_HoldBack(string now, string leaves) =>
        Assert.Equal(Moment(leaves), AlertClock.LeavesAt(Rule(new(22, 0), new(6, 0), "Asia/Dushanbe"), Moment(now)));

    [Fact]
    public void Digest_LeavesAtItsHour_AlsoOnTheDayThatLeavesTheHourOut()
    {
        var rule = Rule(null, null, "Europe/Berlin");
        (rule.Timing, rule.DigestAt) = (AlertTiming.Digest, new(2, 30));

        Assert.Equal(Moment("2026-03-28T01:30:00Z"), AlertClock.LeavesAt(rule, Moment("2026-03-27T12:00:00Z")));
        Assert.Equal(Moment("2026-03-29T01:30:00Z"), AlertClock.LeavesAt(rule, Moment("2026-03-28T12:00:00Z")));
        Assert.Equal(Moment("2026-03-30T00:30:00Z"), AlertClock.LeavesAt(rule, Moment("2026-03-29T12:00:00Z")));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static AlertRule Rule(TimeOnly? from, TimeOnly? to, string zone) =>
        new() { OwnerName = "x", Name = "x", Filter = "{}", Secret = "x", FeedKey = "x", QuietFrom = from, QuietTo = to, TimeZone = zone };
}
