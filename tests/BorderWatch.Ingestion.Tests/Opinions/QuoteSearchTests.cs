using BorderWatch.Ingestion.Opinions;

namespace BorderWatch.Ingestion.Tests.Opinions;

public sealed class QuoteSearchTests
{
    private const string Text = "  Some 1,400 people fled\n\nafter forty-two shells (and 2.5 tons of dust) fell.  ";

    [Theory]
    [InlineData("1,400 people", "1,400 people")]
    [InlineData(" people  fled after\tforty-two ", "people fled\n\nafter forty-two")]
    [InlineData("dust) fell.", "dust) fell.")]
    [InlineData("(and", "(and")]
    public void Words_AreFoundAsTheyStand(string words, string stands)
    {
        var span = new QuoteSearch(Text).Find(words);
        Assert.Equal(stands, span is { } at ? Text[at.Start..at.End] : null);
    }

    [Theory]
    [InlineData("400 people")]
    [InlineData("Some 1")]
    [InlineData("Some 1,40")]
    [InlineData("peop")]
    [InlineData("5 tons")]
    [InlineData("Some 1400 people")]
    [InlineData("some 1,400 people")]
    [InlineData("people fled before")]
    [InlineData("")]
    [InlineData(" . ")]
    public void PartsOfWordsAndOtherWords_AreNot(string words) => Assert.Null(new QuoteSearch(Text).Find(words));

    [Fact]
    public void EmptyText_HasNothing() => Assert.Null(new QuoteSearch("").Find("a"));

    [Fact]
    public void LaterPlace_IsFoundWhereTheFirstIsPartOfAWord() => Assert.Equal(10, new QuoteSearch("fourteen, four").Find("four")?.Start);
}
