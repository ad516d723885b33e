using BorderWatch.Extraction.Casualties;

namespace BorderWatch.Extraction.Tests;

public sealed class CasualtyRangeTests
{
    [Theory]
    [InlineData(5, 4, 6)]
    [InlineData(5, 6, 4)]
    [InlineData(5, null, 4)]
    [InlineData(-1, null, null)]
    public void Constructor_WrongOrder_Throws(int? low, int? best, int? high) =>
        Assert.Throws<ArgumentException>(() => new CasualtyRange(low, best, high));

    [Fact]
    public void AtLeast_HasNoBest() => Assert.Null(CasualtyRange.AtLeast(13).Best);

    [Theory]
    [InlineData(3, 3, 3, "3")]
    [InlineData(13, null, null, "at least 13")]
    [InlineData(null, 30, null, "about 30")]
    [InlineData(3, null, 5, "3–5")]
    [InlineData(3, 4, 5, "4 (3–5)")]
    public void ToString_SaysNoMoreThanTheText(int? low, int? best, int? high, string expected) =>
        Assert.Equal(expected, new CasualtyRange(low, best, high).ToString());
}
