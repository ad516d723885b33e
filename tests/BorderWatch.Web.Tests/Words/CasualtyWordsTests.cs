using BorderWatch.Store.Incidents;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Tests.Words;

public sealed class CasualtyWordsTests
{
    [Theory]
    [InlineData(null, null, null, "not said")]
    [InlineData(3, 3, 3, "3")]
    [InlineData(13, null, null, "13+")]
    [InlineData(5, null, 8, "5–8")]
    [InlineData(null, null, 8, "up to 8")]
    [InlineData(3, 5, 8, "5 (3–8)")]
    [InlineData(5, 5, null, "5+")]
    [InlineData(0, 0, 0, "none")]
    [InlineData(null, 30, null, "about 30")]
    [InlineData(3, 5, null, "5 (3+)")]
    public void Short_SaysNoMoreThanTheReports(int? low, int? best, int? high, string expected) =>
        Assert.Equal(expected, CasualtyWords.Short(new CasualtyCount(low, best, high)));

    [Theory]
    [InlineData(null, null, null, "killed: not said")]
    [InlineData(3, 3, 3, "3 killed")]
    [InlineData(13, null, null, "at least 13 killed")]
    [InlineData(5, null, 8, "5 to 8 killed")]
    [InlineData(null, null, 8, "up to 8 killed")]
    [InlineData(3, 5, 8, "probably 5 killed, at least 3, at most 8")]
    [InlineData(0, 0, 0, "none killed")]
    [InlineData(null, 30, null, "about 30 killed")]
    public void Spoken_IsASentence(int? low, int? best, int? high, string expected) =>
        Assert.Equal(expected, CasualtyWords.Spoken(new CasualtyCount(low, best, high), "killed"));
}
