using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class ChangeWordsTests
{
    [Theory]
    [InlineData(0, 0, "none before either")]
    [InlineData(4, 0, "none before")]
    [InlineData(4, 4, "as many as before (4)")]
    [InlineData(3, 1, "2 more than before (1)")]
    [InlineData(0, 3, "3 fewer than before (3)")]
    [InlineData(30, 20, "10 more than before (20), +50 %")]
    [InlineData(20, 40, "20 fewer than before (40), −50 %")]
    public void Of_Counts(int now, int before, string words) => Assert.Equal(words, ChangeWords.Of(now, before));

    [Fact]
    public void Of_NobodySaid_IsNotZero()
    {
        Assert.Equal("before: not said", ChangeWords.Of(new CasualtyCount(3, 3, 3), CasualtyCount.Unsaid));
        Assert.Equal("not said", ChangeWords.Best(CasualtyCount.Unsaid));
        Assert.Equal("0", ChangeWords.Best(new CasualtyCount(0, 0, 0)));
    }

    [Fact]
    public void Range_SaysOpenEnds()
    {
        Assert.Equal("41 to 62", ChangeWords.Range(new CasualtyCount(41, 54, 62)));
        Assert.Equal("at least 13", ChangeWords.Range(new CasualtyCount(13, null, null)));
        Assert.Null(ChangeWords.Range(new CasualtyCount(5, 5, 5)));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(3, 1, "too few to tell from chance")]
    [InlineData(11, 8, "may be chance")]
    [InlineData(24, 8, "more than chance would bring")]
    [InlineData(2, 14, "fewer than chance would bring")]
    public void Verdict_TellsAChangeFromChance(int now, int before, string? words) => Assert.Equal(words, ChangeWords.Verdict(CountComparison.Of(now, before)));

    [Fact]
    public void Method_NamesIntervalTestAndBursts()
    {
        Assert.Equal("3.0 times as many, 95 % interval of the ratio 1.3 to 7.7; exact test of two Poisson rates, p = 0.007.", ChangeWords.Method(CountComparison.Of(24, 8)));
        Assert.StartsWith("95 % interval of the ratio at least 1.2;", ChangeWords.Method(CountComparison.Of(6, 0)), StringComparison.Ordinal);
        Assert.Contains("come in bursts here", ChangeWords.Method(CountComparison.Of(40, 20, [20, 0, 20, 0], [0, 20, 0, 0])), StringComparison.Ordinal);
    }
}
