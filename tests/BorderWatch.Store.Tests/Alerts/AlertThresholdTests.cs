using BorderWatch.Store.Alerts;

namespace BorderWatch.Store.Tests.Alerts;

public sealed class AlertThresholdTests
{
    [Theory]
    [InlineData(3, null, false, 3, 0, true)]
    [InlineData(3, null, false, 2, 99, false)]
    [InlineData(null, 10, false, 1, 10, true)]
    [InlineData(3, 10, false, 1, 10, true)]
    [InlineData(3, 10, true, 1, 10, false)]
    [InlineData(3, 10, true, 3, 10, true)]
    public void IsReached_ByWhatIsAsked(int? incidents, int? killed, bool both, int hasIncidents, long hasKilled, bool expected) =>
        Assert.Equal(expected, new AlertThreshold(incidents, killed, both, 7).IsReached(hasIncidents, hasKilled));

    [Fact]
    public void Spans_CountNothingTwice()
    {
        var spans = new AlertThreshold(3, null, false, 7).Spans([.. Enumerable.Range(1, 10).Select(day => (new DateOnly(2026, 11, day), 1, 0L))]);

        Assert.Equal([(Day(1), Day(3)), (Day(4), Day(6)), (Day(7), Day(9))], spans);
    }

    [Fact]
    public void Spans_EndWithTheDays()
    {
        var threshold = new AlertThreshold(2, null, false, 7);

        Assert.Single(threshold.Spans([(Day(1), 1, 0), (Day(7), 1, 0)]));
        Assert.Empty(threshold.Spans([(Day(1), 1, 0), (Day(8), 1, 0)]));
    }

    [Fact]
    public void Spans_WithoutNews_WaitForIt()
    {
        var threshold = new AlertThreshold(2, null, false, 7);

        var spans = threshold.Spans([(Day(1), 2, 0), (Day(3), 1, 0)], (_, to) => to >= Day(3));

        Assert.Equal([(Day(1), Day(3))], spans);
    }

    private static DateOnly Day(int day) => new(2026, 11, day);
}
