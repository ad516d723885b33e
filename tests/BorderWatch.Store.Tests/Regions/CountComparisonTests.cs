using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Tests.Regions;

public sealed class CountComparisonTests
{
    // Two-sided exact binomial: doubled smaller tail of Bin(now + before, 1/2).
    [Theory]
    [InlineData(10, 10, 1)]
    [InlineData(6, 0, 0.03125)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(12, 4, 0.0768127)]
    [InlineData(24, 8, 0.0070004)]
    public void Probability_IsTheExactTests(int now, int before, double expected) =>
        Assert.Equal(expected, CountComparison.Of(now, before).Probability, 6);

    // Clopper and Pearson's interval of 24 of 32, 0.5660 to 0.8854, as odds.
    [Fact]
    public void Ratio_HasTheExactInterval()
    {
        var change = CountComparison.Of(24, 8);

        Assert.Equal(1.304, change.RatioLow, 3);
        Assert.Equal(7.725, change.RatioHigh, 3);
    }

    [Fact]
    public void Nothing_IsTooFew()
    {
        var change = CountComparison.Of(0, 0);

        Assert.Equal((ChangeVerdict.TooFew, 1d, 0d, double.PositiveInfinity), (change.Verdict, change.Probability, change.RatioLow, change.RatioHigh));
    }

    [Fact]
    public void Bursts_AreHarderToCallAChange()
    {
        IReadOnlyList<int> even = [6, 6, 6, 6];
        IReadOnlyList<int> burst = [24, 0, 0, 0];

        Assert.Equal(ChangeVerdict.More, CountComparison.Of(24, 8, even, [2, 2, 2, 2]).Verdict);
        Assert.Equal(ChangeVerdict.TooFew, CountComparison.Of(24, 8, burst, [2, 2, 2, 2]).Verdict);
        Assert.True(CountComparison.Of(24, 8, burst, [2, 2, 2, 2]).Dispersion > 5);
    }

    // Poisson counts whose rate does not change: at most one in twenty is called a change.
    [Fact]
    public void Chance_IsSeldomCalledAChange()
    {
        var random = new Random(7);
        var called = Enumerable.Range(0, 4000).Count(_ =>
        {
            IReadOnlyList<int>[] weeks = [Weeks(), Weeks()];
            return CountComparison.Of(weeks[0].Sum(), weeks[1].Sum(), weeks).Verdict is ChangeVerdict.More or ChangeVerdict.Fewer;
        });

        Assert.InRange(called, 40, 200);

        IReadOnlyList<int> Weeks() => [.. Enumerable.Range(0, 12).Select(_ => MathNet.Numerics.Distributions.Poisson.Sample(random, 2.5))];
    }
}
