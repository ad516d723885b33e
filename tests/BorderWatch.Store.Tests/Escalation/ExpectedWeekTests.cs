using BorderWatch.Store.Escalation;
using MathNet.Numerics.Distributions;

namespace BorderWatch.Store.Tests.Escalation;

public sealed class ExpectedWeekTests
{
    [Fact]
    public void FewWeeks_LetNothingBeExpected()
    {
        Assert.Null(ExpectedWeek.From([.. Enumerable.Repeat(3, ExpectedWeek.Guard + ExpectedWeek.FewestWeeks - 1)]));
        Assert.NotNull(ExpectedWeek.From([.. Enumerable.Repeat(3, ExpectedWeek.Guard + ExpectedWeek.FewestWeeks)]));
    }

    [Fact]
    public void EvenWeeks_AreHeldToTheExactPredictiveDistribution()
    {
        // Jeffreys' prior and 104 incidents of 52 weeks: negative binomial with r = 104.5 and p = 52/53.
        var week = ExpectedWeek.From([.. Enumerable.Repeat(2, 2 + 52)])!;
        var exact = new NegativeBinomial(104.5, 52.0 / 53);

        Assert.Equal(104.5 / 52, week.Mean, 1e-9);
        Assert.True(exact.CumulativeDistribution(week.High) >= 0.99);
        Assert.True(exact.CumulativeDistribution(week.High - 1) < 0.99);
        Assert.Equal(0, week.Low);
    }

    [Fact]
    public void NothingEver_ThenThree_IsAnEscalation_ButTwoAreNot()
    {
        var week = ExpectedWeek.From([.. Enumerable.Repeat(0, 60)])!;

        Assert.Equal((RangeVerdict.Above, RangeVerdict.Within, RangeVerdict.Within), (week.Of(3), week.Of(2), week.Of(0)));
    }

    [Fact]
    public void PastBurst_NeitherRaisesNorWidensTheRange()
    {
        var even = ExpectedWeek.From(Weeks(5, new Random(1)))!;
        var burst = Weeks(5, new Random(1));
        for (var week = 20; week < 26; week++) burst[week] = 40;

        var after = ExpectedWeek.From(burst)!;

        Assert.InRange(after.High, even.High, even.High + 4);
        // A mean and two standard deviations would let 34 pass.
        Assert.True(after.High < 20);
    }

    [Fact]
    public void BeginningEscalation_DoesNotRaiseItsOwnBar()
    {
        var weeks = Weeks(5, new Random(2));
        var before = ExpectedWeek.From(weeks)!;
        (weeks[0], weeks[1]) = (30, 25);

        Assert.Equal(before, ExpectedWeek.From(weeks));
    }

    [Fact]
    public void Season_IsExpectedWhereItIsKnown()
    {
        // Three years with four times as much in summer as in winter; the week stands in the middle of the summer.
        var random = new Random(3);
        var weeks = Enumerable.Range(1, 3 * 52 + 2).Select(back => Poisson.Sample(random, 20 * (1 + 0.6 * Math.Cos(2 * Math.PI * back / 52)))).ToArray();

        var known = ExpectedWeek.From(weeks)!;
        var oneYear = ExpectedWeek.From([.. weeks.Take(54)])!;

        Assert.InRange(known.Season, 1.4, 1.8);
        Assert.Equal(1, oneYear.Season);
        Assert.Equal(RangeVerdict.Within, known.Of(34));
        Assert.InRange(known.Mean, 28, 36);
        // Without the season its swing is taken for dispersion, which is wide rather than wrong.
        Assert.True(oneYear.Dispersion > known.Dispersion);
    }

    [Fact]
    public void Chance_LeavesTheRangeSeldom()
    {
        var random = new Random(4);
        var (above, below) = (0, 0);
        const int Rounds = 4000;
        for (var round = 0; round < Rounds; round++)
        {
            var mean = 0.2 + 20 * random.NextDouble();
            var weeks = Enumerable.Range(0, 55).Select(_ => Poisson.Sample(random, mean)).ToArray();
            var verdict = ExpectedWeek.From([.. weeks.Skip(1)])!.Of(weeks[0]);
            if (verdict == RangeVerdict.Above) above++;
            if (verdict == RangeVerdict.Below) below++;
        }

        Assert.InRange((double)above / Rounds, 0.001, 0.015);
        Assert.InRange((double)below / Rounds, 0, 0.015);
    }

    private static int[] Weeks(double mean, Random random) => [.. Enumerable.Range(0, 54).Select(_ => Poisson.Sample(random, mean))];
}
