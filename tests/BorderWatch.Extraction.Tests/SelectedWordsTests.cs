using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests;

/// <summary>What an editor selects is read as the extractor would read it.</summary>
public sealed class SelectedWordsTests
{
    private const string Text =
        "KHOROG – Gunmen killed at least four border guards near Ishkashim on Tuesday, officials said. A driver died later in Khorog. Between 10 and 15 people were hurt.";

    private readonly SelectedWords _words = new(new ArticleText(Text, "Four guards killed near Ishkashim", new DateTimeOffset(2026, 11, 19, 8, 0, 0, TimeSpan.Zero), CountryHint: "TJ"));

    [Theory]
    [InlineData("at least four border guards", 4, null, null)]
    [InlineData("Between 10 and 15 people", 10, null, 15)]
    [InlineData("A driver died", 1, 1, 1)]
    public void Numbers_KeepTheirBounds(string words, int? low, int? best, int? high)
    {
        var range = _words.People(Span(words), false)!.Value;

        Assert.Equal((low, best, high), (range.Low, range.Best, range.High));
    }

    [Fact]
    public void WordsWithoutANumber_GiveNone() => Assert.Null(_words.People(Span("officials said"), false));

    [Fact]
    public void Weekday_IsReckonedFromTheArticle() => Assert.Equal(new DateOnly(2026, 11, 17), _words.Day(Span("on Tuesday"), false)!.Value.From);

    [Fact]
    public void Place_IsWhatTheArticleMakesOfIt_WithTheOthersOfTheNameAfterIt()
    {
        var places = _words.Places(Span("Ishkashim"), false);

        Assert.Equal(("Ishkashim", "TJ"), (places[0].Name, places[0].Country));
        Assert.Single(places, place => place.GeonameId == places[0].GeonameId);
        Assert.Contains(places, place => place.Country == "AF");
    }

    private static TextSpan Span(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
