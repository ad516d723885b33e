using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Tests.Places;

/// <summary>Places of which only the holder is known, and names that mean another place than the gazetteer's first.</summary>
public sealed class HeldPlaceTests
{
    private static Toponym One(string text, string name) => Assert.Single(ToponymFinderTests.Find(text), t => t.Name == name);

    [Theory]
    [InlineData("A shop was burnt in Paikgachha upazila on Friday.", "Paikgachha", "BD", PlacePrecision.Admin2)]
    [InlineData("Police in Bangladesh fired at a crowd in Motijheel on Friday.", "Motijheel", "BD", PlacePrecision.Near)]
    [InlineData("Guards in Pakistan shot a man in Gulistan-e-Jauhar on Friday.", "Gulistan-e-Jauhar", "PK", PlacePrecision.Near)]
    public void Find_SubdistrictOrQuarter_SaysHowPreciselyItIsKnown(string text, string name, string country, PlacePrecision precision)
    {
        var place = One(text, name).Place;
        Assert.Equal((country, precision), (place.Country, place.Precision));
        Assert.NotNull(place.Latitude);
    }

    [Fact]
    public void Find_QuarterInAnotherCountrysNews_IsNotFound() =>
        Assert.DoesNotContain(ToponymFinderTests.Find("Farmers in Kenya met traders from Nakuru. A man named Rampura spoke."), t => t.Name == "Rampura");

    [Theory]
    [InlineData("Raiders burnt Tolo Kachi village in Borno State, Nigeria.", "Tolo Kachi", "Borno State")]
    [InlineData("A patrol was hit in Vista Mansa, Antioquia Department, Colombia.", "Vista Mansa", "Antioquia")]
    [InlineData("Shots were fired in the town of Sarbuland Kala in Kunduz province.", "Sarbuland Kala", "Kunduz")]
    public void Find_NameThatNoListHas_StandsAtItsHolder(string text, string name, string admin1)
    {
        var place = One(text, name).Place;
        Assert.Equal(admin1, place.Admin1);
        Assert.NotEqual(PlacePrecision.Exact, place.Precision);
    }

    [Fact]
    public void Find_NameMeasuredFromAnother_IsMovedFromThere()
    {
        var found = ToponymFinderTests.Find("Gunmen raided the village of Sar Mazang, 40 km north of Herat, at night.");
        var village = Assert.Single(found, t => t.Name == "Sar Mazang").Place;
        var herat = Assert.Single(found, t => t.Name == "Herat");
        Assert.True(herat.IsMeasure);
        Assert.Equal(PlacePrecision.Near, village.Precision);
        Assert.InRange(village.Latitude!.Value, 34.6, 34.8);
    }

    [Theory]
    [InlineData("Gunmen raided the village of Sar Mazang, 40 km north of the western city of Herat.", "Herat")]
    [InlineData("A boat sank near Punta Morada Beach, some 60 km south of Valparaiso.", "Valparaiso")]
    public void Find_MeasureBehindOtherWords_IsOne(string text, string reference) => Assert.True(One(text, reference).IsMeasure);

    [Fact]
    public void Find_VillagesNamesakeInAnotherCountry_IsNotTaken() =>
        Assert.DoesNotContain(ToponymFinderTests.Find("Colombia's army patrolled Medellin, Cali and Bogota. Shots fell in Alston at night."), t => t.Name == "Alston");

    [Fact]
    public void Find_KindOfDivisionOfOneCountry_TellsTheCountry()
    {
        var place = One("A clerk was stabbed in Sonarpukur upazila.", "Sonarpukur").Place;
        Assert.Equal(("BD", null, PlacePrecision.Country), (place.Country, place.Latitude, place.Precision));
    }

    [Theory]
    [InlineData("A bomb went off in the Iraqi capital on Friday.", "Iraqi capital", "Baghdad")]
    [InlineData("Kenya's police shot a man in the capital on Friday.", "capital", "Nairobi")]
    public void Find_CapitalThatIsNotNamed(string text, string words, string capital) => Assert.Equal(capital, One(text, words).Place.Name);

    [Theory]
    [InlineData("The capital of the province was quiet.")]
    [InlineData("Investors need capital.")]
    public void Find_OtherCapitals(string text) => Assert.Empty(ToponymFinderTests.Find(text));

    [Theory]
    [InlineData("Two boys drowned, Sahara Reporters wrote.")]
    [InlineData("The Kashmir Times printed a letter.")]
    public void Find_OutletNamedAfterAPlace_IsNoPlace(string text) => Assert.Empty(ToponymFinderTests.Find(text));

    [Theory]
    [InlineData("Fighters crossed the Amu Darya near Imam Sahib.", "Imam Sahib", "AF")]
    [InlineData("A lorry burnt in Badakshan province of Afghanistan.", "Badakshan", "AF")]
    [InlineData("Guards in Gorno-Badakhshan found a mine.", "Gorno-Badakhshan", "TJ")]
    [InlineData("Traders waited at Spin Boldak on Monday.", "Spin Boldak", "AF")]
    public void Find_SpellingsOfTheBorderlands(string text, string name, string country) => Assert.Equal(country, One(text, name).Place.Country);
}
