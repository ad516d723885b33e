using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Places;

public sealed class CountryCluesTests
{
    private static IEnumerable<CountryClue> In(string text) => DocumentReader.Read(new ArticleText(text)).Sentences.SelectMany(CountryClues.In);

    [Theory]
    [InlineData("Barangay officials called the police.", "PH")]
    [InlineData("The upazila office was set on fire.", "BD")]
    [InlineData("Rival woreda officials argued.", "ET")]
    [InlineData("The Lok Sabha rose early.", "IN")]
    [InlineData("A khasadar was hurt at the gate.", "PK")]
    [InlineData("Carabineros cleared the square.", "CL")]
    public void In_WordOfOneCountry(string text, string country)
    {
        var clue = Assert.Single(In(text), c => c.Country == country);
        Assert.True(clue.Weight >= 2);
        Assert.Equal(clue.Words, text[clue.Span.Start..clue.Span.End], ignoreCase: true);
    }

    [Theory]
    [InlineData("ETA prisoners were moved.", true)]
    [InlineData("Their eta was noon.", false)]
    public void In_AcronymOnlyAsWritten(string text, bool isClue) => Assert.Equal(isClue, In(text).Any(c => c.Words == "ETA"));

    [Theory]
    [InlineData("Dawn", "PK")]
    [InlineData("The Dawn", "PK")]
    [InlineData("Phnom Penh Post", "KH")]
    [InlineData("Reuters; Radio Okapi", "CD")]
    [InlineData("The Telegraph (India)", "IN")]
    [InlineData("Vanguard (Nigeria)", "NG")]
    [InlineData("The Nation", "PK,TH,KE,NG")]
    [InlineData("Reuters", "")]
    [InlineData("Voice of America", "")]
    [InlineData(null, "")]
    public void Outlets_Homes(string? source, string homes) => Assert.Equal(homes, string.Join(',', Outlets.Homes(source)));
}
