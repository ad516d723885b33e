using BorderWatch.Extraction.Tests.FalseAlarms;
using CsCheck;

namespace BorderWatch.Extraction.Tests.Robustness;

/// <summary>Ten thousand damaged articles: whatever arrives, the extractor answers and keeps its contract.</summary>
public sealed class MutatedArticleTests
{
    private const int Articles = 10_000;

    private static readonly IncidentExtractor Extractor = new();

    private static readonly string[] Texts = [.. Corpus.WithIncident.Concat(Corpus.WithoutIncident).Select(a => a.Article.Text)];

    private static readonly Gen<string> Junk = Gen.OneOf(
        Gen.String[0, 40],
        Gen.Char['\uD800', '\uDFFF'].Array[1, 6].Select(halves => new string(halves)),
        Gen.Char['\u0000', '\uFFFF'].Array[1, 30].Select(any => new string(any)),
        Gen.Int[-5, int.MaxValue].Array[1, 12].Select(numbers => string.Join(' ', numbers)),
        Gen.Select(OneOf('“', '"', '(', '[', '-', '\n', '.', ',', '\u0301', '\u200D', '9', 'a', 'ı', 'İ'), Gen.Int[1, 400]).Select((c, n) => new string(c, n)),
        OneOf("killed 3 to 1", "between 9 and 4 dead", "99999999999999999999 killed", "the 31 February attack", "on 30 Feb. 2024", "1 in 0", "km north of", "bomb bomb bomb", "between and", "'s 's 's", "U.S.A.F.", "killed killed killed"));

    private static readonly Gen<string> Mutated =
        Gen.Select(OneOf(Texts), OneOf(Texts), Junk, Gen.Int[0, 6], Gen.Int[0, 2000], Gen.Int[0, 2000])
            .Select((text, other, junk, way, a, b) => Mutate(text, other, junk, way, a % (text.Length + 1), b % (text.Length + 1)));

    [Fact]
    public void Extract_MutatedArticle_KeepsItsContract() =>
        Gen.Select(Mutated, Mutated, Gen.Bool).Sample(
            (text, title, withTitle) => Holds(new ArticleText(text, withTitle ? title[..Math.Min(title.Length, 120)] : null, new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero))),
            iter: Articles, threads: 1);

    [Theory]
    [InlineData("killed ")]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("(")]
    [InlineData("\"Bomb \"")]
    [InlineData("7 ")]
    [InlineData("Kabul, ")]
    [InlineData("fire - ")]
    [InlineData("\uD83D")]
    [InlineData("gunmen killed 3 in Kabul on Monday and ")]
    [InlineData("Afghan border ")]
    [InlineData("Springfield and San Jose, ")]
    public void Extract_HundredThousandCharactersOfOneKind_KeepsItsContract(string unit) =>
        Holds(new ArticleText(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length))));

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void Extract_DayOfPublicationThatWasNeverSet_KeepsItsContract(int year) =>
        Holds(new ArticleText("Gunmen killed three guards in Kabul on Monday, two days ago, earlier this month.", null, new DateTimeOffset(year, year == 1 ? 1 : 12, year == 1 ? 1 : 31, 0, 0, 0, TimeSpan.Zero)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Holds(ArticleText article) => Assert.Null(Contract.Breach(article, Extractor.Extract(article)));

    private static string Mutate(string text, string other, string junk, int way, int a, int b)
    {
        var (from, to) = a < b ? (a, b) : (b, a);
        return way switch
        {
            0 => text.Remove(from, to - from),
            1 => text.Insert(to, text[from..to]),
            2 => text[..from] + other[Math.Min(to, other.Length)..],
            3 => text.Insert(from, junk).Insert(to, junk),
            4 => text.Replace(" ", "", StringComparison.Ordinal),
            5 => string.Concat(text.Select((c, i) => i % (to + 2) == from % (to + 2) ? char.ToUpperInvariant(c) : c)),
            _ => text.Replace(text[Math.Min(from, text.Length - 1)].ToString(), junk, StringComparison.Ordinal),
        };
    }
}
