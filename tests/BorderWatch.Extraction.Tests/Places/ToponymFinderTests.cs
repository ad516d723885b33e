using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Places;

public sealed class ToponymFinderTests
{
    private static readonly ToponymFinder Finder = new(Gazetteer.Shared);

    internal static IReadOnlyList<Toponym> Find(string text) => Finder.Find(DocumentReader.Read(new ArticleText(text))).Body;

    [Theory]
    [InlineData("Two soldiers died when a mine went off in Daman district, Kandahar province.", "Daman", "AF", "Kandahar")]
    [InlineData("A shell hit a shop in Lahore, Punjab, on Friday.", "Lahore", "PK", "Punjab")]
    [InlineData("The sheriff of Alexandria, La., spoke to reporters.", "Alexandria", "US", "Louisiana")]
    [InlineData("She has lived in Paris, Texas, since she was a child.", "Paris", "US", "Texas")]
    [InlineData("Farmers in France say that Paris has forgotten them.", "Paris", "FR", null)]
    public void Find_PlaceWithinAnother(string text, string name, string country, string? admin1)
    {
        var toponym = Assert.Single(Find(text), t => t.Name == name);
        Assert.Equal(country, toponym.Place.Country);
        if (admin1 is not null) Assert.Equal(admin1, toponym.Place.Admin1);
    }

    [Theory]
    [InlineData("Jack London wrote about dogs.")]
    [InlineData("Police said that Mr Lahore had left the building.")]
    [InlineData("Tajik and Afghan traders met on Monday.")]
    [InlineData("The house stands on Damascus Street.")]
    public void Find_NoPlace(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Find_OffsetsCutTheNameOutOfTheText()
    {
        const string text = "Gunmen fled from Kunduz towards Imam Sahib and Khulm.";
        var found = Find(text);
        Assert.NotEmpty(found);
        Assert.All(found, t => Assert.Equal(t.Name, text[t.Start..t.End]));
    }
}
