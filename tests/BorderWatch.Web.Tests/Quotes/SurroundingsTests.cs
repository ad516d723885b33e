using BorderWatch.Web.Quotes;

namespace BorderWatch.Web.Tests.Quotes;

public sealed class SurroundingsTests
{
    private static Surroundings Of(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return Surroundings.Of(text, start, start + quote.Length);
    }

    [Fact]
    public void Of_SentenceAmongOthers_IsThatSentence() =>
        Assert.Equal(new Surroundings("At least ", "nine people", " were killed."), Of("It rained. At least nine people were killed. Nobody spoke.", "nine people"));

    [Fact]
    public void Of_LineEnds_EndSentences() =>
        Assert.Equal(new Surroundings("A ", "bomb", " went off"), Of("DUSHANBE\n\nA bomb went off\nMore follows", "bomb"));

    [Fact]
    public void Of_LongSentence_IsCutAtAWord()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 200)) + " bomb " + string.Join(' ', Enumerable.Repeat("word", 200));

        var found = Of(text, "bomb");

        Assert.StartsWith("… word", found.Before, StringComparison.Ordinal);
        Assert.EndsWith("word…", found.After, StringComparison.Ordinal);
        Assert.InRange(found.Before.Length + found.After.Length, 100, 460);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 99)]
    [InlineData(3, 3)]
    public void Of_OffsetsThatDoNotFit_QuoteNothing(int start, int end) => Assert.Equal("", Surroundings.Of("0123", start, end).Quote);
}
