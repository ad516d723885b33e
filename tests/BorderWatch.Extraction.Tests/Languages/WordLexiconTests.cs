using BorderWatch.Extraction.Languages;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Tests.Languages;

/// <summary>A language is added by a table of words, and by nothing else.</summary>
public sealed class WordLexiconTests
{
    private static readonly DateTimeOffset Published = new(2025, 11, 21, 6, 0, 0, TimeSpan.Zero);

    private static readonly IncidentExtractor Extractor = new(new ToponymFinder(Gazetteer.Shared), new Dictionary<string, WordLexicon> { ["ru"] = Read("ru"), ["fa"] = Read("fa") });

    private const string Russian = "В понедельник в Хороге произошла перестрелка, двое пограничников погибли, ещё трое ранены. Об этом сообщили в ведомстве, которое занимается охраной границы.";

    [Fact]
    public void Extract_LanguageWithALexicon_TellsWhatItsWordsTell()
    {
        var result = Extractor.Extract(new ArticleText(Russian, PublishedAt: Published));
        var incident = Assert.Single(result.Incidents);
        Assert.Equal(("ru", "Battles", "Armed clash"), (result.Language, incident.Kind.Type, incident.Kind.SubType));
        Assert.Equal((2, 3, "Khorog", "TJ"), (incident.Killed?.Best, incident.Injured?.Best, incident.Place?.Name, incident.Place?.Country));
        Assert.Equal((new DateOnly(2025, 11, 17), 0.4), (incident.Occurred.From, incident.Confidence));
        Assert.All(incident.Evidence, e => Assert.Equal(e.Quote, Russian[e.Start..e.End]));
    }

    [Fact]
    public void Extract_DigitsOfAnotherScript_AreNumbers()
    {
        var incident = Assert.Single(Extractor.Extract(new ArticleText("در انفجار دیروز در شهر کندز ۱۲ نفر کشته شدند و این خبر را مقام‌های محلی که در آن جا بودند تایید کردند.", PublishedAt: Published)).Incidents);
        Assert.Equal((12, "AF"), (incident.Killed?.Best, incident.Place?.Country));
    }

    [Theory]
    [InlineData("Учения на границе прошли без взрыва, сообщили в понедельник в ведомстве, которое занимается охраной границы.")]
    [InlineData("В понедельник в Хороге вспоминали годовщину взрыва, при котором погибли трое жителей, сообщили в ведомстве.")]
    public void Extract_DeniedOrRemembered_IsNoIncident(string text) => Assert.Empty(Extractor.Extract(new ArticleText(text, PublishedAt: Published)).Incidents);

    [Fact]
    public void Extract_LanguageWithoutALexicon_SaysWhichAndNoMore()
    {
        var result = new IncidentExtractor().Extract(new ArticleText(Russian, PublishedAt: Published));
        Assert.Equal("ru", result.Language);
        Assert.Empty(result.Incidents);
    }

    [Fact]
    public void Read_RowThatIsNone_SaysWhichItIs()
    {
        var error = Assert.Throws<FormatException>(() => WordLexicon.Read("ru", ["evnt\tвзрыв\tBattles"]));
        Assert.Contains("evnt", error.Message, StringComparison.Ordinal);
    }

    private static WordLexicon Read(string language)
    {
        using var stream = typeof(WordLexiconTests).Assembly.GetManifestResourceStream(language + ".tsv") ?? throw new FileNotFoundException(language);
        using var reader = new StreamReader(stream);
        return WordLexicon.Read(language, reader.ReadToEnd().Split('\n'));
    }
}
