using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Tests.Places;

/// <summary>What an outlet usually means by a name weighs among the places that bear it, and yields to what the text says.</summary>
public sealed class PlacePreferenceTests
{
    private static readonly IncidentExtractor s_extractor = new();

    private static readonly PlacePreference s_sindhs = Of("Hyderabad", "PK");

    [Fact]
    public void Preference_ChoosesAmongThePlacesOfTheName()
    {
        Assert.Equal("IN", Read("Gunmen shot dead three traders in Hyderabad on Sunday, officials said.")!.Country);
        var preferred = Read("Gunmen shot dead three traders in Hyderabad on Sunday, officials said.", s_sindhs)!;
        Assert.Equal(("Hyderabad", "PK", s_sindhs.GeonameId), (preferred.Name, preferred.Country, preferred.GeonameId));
    }

    [Theory]
    [InlineData("Gunmen shot dead three traders in Hyderabad, Telangana, on Sunday, officials said.")]
    [InlineData("Gunmen shot dead three traders in Hyderabad, India, on Sunday, officials said.")]
    public void TextsOwnWords_OutrankIt(string text) => Assert.Equal("IN", Read(text, s_sindhs)!.Country);

    [Theory]
    [InlineData("Gunmen shot dead three traders in Peshawar on Sunday, officials said.", "Peshawar")]
    [InlineData("Gunmen shot dead three traders in a market on Sunday, officials said.", null)]
    public void AnotherName_IsReadAsEver(string text, string? name) => Assert.Equal((name, Read(text)), (Read(text, s_sindhs)?.Name, Read(text, s_sindhs)));

    [Fact]
    public void PlaceThatDoesNotBearTheName_IsNeverGiven() =>
        Assert.Equal("IN", Read("Gunmen shot dead three traders in Hyderabad on Sunday, officials said.", Of("Peshawar", "PK") with { Name = "Hyderabad" })!.Country);

    private static ExtractedPlace? Read(string text, params PlacePreference[] preferences) =>
        Assert.Single(s_extractor.Extract(new ArticleText(text) { PlacePreferences = preferences }).Incidents).Place;

    private static PlacePreference Of(string name, string country)
    {
        var place = Gazetteer.Shared.Find(name).First(p => p.Country == country && p.Precision == PlacePrecision.Exact);
        return new(name, place.GeonameId, place.Country, place.Latitude, place.Longitude);
    }
}
