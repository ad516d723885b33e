using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Phrases;

public sealed class QuantityReaderTests
{
    private static Sequence<Lexeme> Read(string text) => LexemeReader.Read(new Sentence(0, 0, text.Length, false, 0, Tokenizer.Tokenize(text, 0, text.Length)));

    [Theory]
    [InlineData("five herders", 5, 5, 5)]
    [InlineData("twenty-three herders", 23, 23, 23)]
    [InlineData("one hundred and five herders", 105, 105, 105)]
    [InlineData("1,250 herders", 1250, 1250, 1250)]
    [InlineData("at least 40 herders", 40, null, null)]
    [InlineData("no fewer than six herders", 6, null, null)]
    [InlineData("up to 30 herders", null, null, 30)]
    [InlineData("about 30 herders", null, 30, null)]
    [InlineData("as many as 30 herders", null, 30, 30)]
    [InlineData("between 10 and 15 herders", 10, null, 15)]
    [InlineData("a dozen herders", 12, 12, 12)]
    [InlineData("more than a dozen herders", 13, null, null)]
    [InlineData("several herders", 3, null, null)]
    [InlineData("numerous herders", 4, null, null)]
    [InlineData("no herders", 0, 0, 0)]
    public void Read_Quantity(string text, int? low, int? best, int? high)
    {
        var range = Assert.Single(Read(text), l => l.IsQuantity).Range;
        Assert.Equal((low, best, high), (range.Low, range.Best, range.High));
    }

    [Theory]
    [InlineData("the 3rd herder")]
    [InlineData("a 35-year-old herder")]
    [InlineData("at 10:30 a.m.")]
    public void Read_NumberThatCountsNothing(string text) => Assert.DoesNotContain(Read(text), l => l.IsQuantity);

    [Theory]
    [InlineData("five Afghan border guards were resting", "guards", "State")]
    [InlineData("a group of 12 salt miners rested", "miners", "Civilian")]
    [InlineData("his two younger sons rested", "sons", "Kin")]
    [InlineData("the masked gunmen rested", "gunmen", "Attacker")]
    public void Read_PeoplePhrase(string text, string head, string kind)
    {
        var phrase = PeoplePhraseReader.Read(Read(text))[0];
        Assert.Equal((head, kind), (phrase.Head, phrase.Class.ToString()));
    }

    [Theory]
    [InlineData("five lorries rested")]
    [InlineData("two hours later")]
    [InlineData("three miles away")]
    public void Read_ThingsAreNoPeople(string text) => Assert.Empty(PeoplePhraseReader.Read(Read(text)));
}
