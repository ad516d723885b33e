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
}
