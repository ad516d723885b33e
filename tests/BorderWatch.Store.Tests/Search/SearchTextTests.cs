using BorderWatch.Store.Search;
using CsCheck;

namespace BorderWatch.Store.Tests.Search;

public sealed class SearchTextTests
{
    private static readonly string[] s_pieces =
    [
        "actor", "killed", ":", "\"", "“", "”", "-", "--", ">3", " ", "  ", "\t", "drone", "or", "https://a.example/b?c=d:e", "10:30", "город:", "\0", "\ud83d", "..", "'", "%", "&|!",
    ];

    private static readonly Gen<string> s_text =
        Gen.OneOf(Gen.OneOf(s_pieces), Gen.String[Gen.Char, 0, 3]).Array[0, 24].Select(string.Concat);

    [Theory]
    [InlineData("drone attack", "drone attack", "")]
    [InlineData("  drone   \"border  post\" -drill ", "drone \"border post\" -drill", "")]
    [InlineData("actor:ISKP killed:>3 in:Khatlon drone", "drone", "actor=ISKP|killed=>3|in=Khatlon")]
    [InlineData("source:\"Steppe Wire\"", "", "source=Steppe Wire")]
    [InlineData("source:“Steppe Wire” post", "post", "source=Steppe Wire")]
    [InlineData("ACTOR:a actor:b", "", "actor=a|actor=b")]
    [InlineData("-actor:ISKP", "", "-actor=ISKP")]
    [InlineData("tag:", "", "tag=")]
    [InlineData("tag: border", "border", "tag=")]
    [InlineData("\"actor:ISKP\"", "\"actor:ISKP\"", "")]
    [InlineData("10:30 https://a.example/x", "10:30 https://a.example/x", "")]
    [InlineData("\"not closed killed:3", "\"not closed killed:3\"", "")]
    [InlineData("- -", "- -", "")]
    public void Read_TakesWordsAndTermsApart(string text, string words, string terms)
    {
        var read = SearchText.Read(text);

        Assert.Equal(words, read.Words);
        Assert.Equal(terms, string.Join('|', read.Terms.Select(term => $"{(term.IsExcluded ? "-" : "")}{term.Key}={term.Value}")));
    }

    [Fact]
    public void Read_OfWhatItWrote_IsTheSame() => s_text.Sample(text =>
    {
        var read = SearchText.Read(text);
        return read == SearchText.Read(read.ToString());
    });

    /// <summary>Whatever is not white space or a quotation mark is still there, in words or terms.</summary>
    [Fact]
    public void Read_LosesNothing() => s_text.Sample(text =>
    {
        static string Letters(string from) => string.Concat(from.Where(letter => !char.IsWhiteSpace(letter) && !"\"“”„-".Contains(letter, StringComparison.Ordinal)).Select(char.ToLowerInvariant).Order());
        return Letters(text) == Letters(SearchText.Read(text).ToString());
    });
}
