namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class TitleWriterTests
{
    [Theory]
    [InlineData("A suicide bomber blew himself up in a mosque in Kohat on Friday, killing nine worshippers and wounding 20.", "Suicide bombing at mosque kills 9 worshippers and injures 20 in Kohat, Khyber Pakhtunkhwa")]
    [InlineData("Gunmen abducted two surveyors near Turbat on Monday.", "Gunmen abduct 2 surveyors near Turbat, Balochistan")]
    [InlineData("At least six herders were killed when unknown gunmen opened fire near Loralai on Monday.", "Unknown gunmen kill at least 6 herders near Loralai, Balochistan")]
    [InlineData("A roadside bomb injured three policemen in Bannu on Monday.", "Roadside bomb blast injures 3 policemen in Bannu, Khyber Pakhtunkhwa")]
    [InlineData("About 200 farmers staged a peaceful protest in Multan on Monday.", "Protest by farmers in Multan, Punjab")]
    public void Write_ReadsAsALine(string text, string title) => Assert.Equal(title, Reports.Only(text).Title);

    [Theory]
    [InlineData("Kohat mosque attack: toll climbs to nine", "A suicide bomber blew himself up in the mosque in Kohat on Friday, killing nine people.", "Suicide bombing at Kohat mosque kills 9 in Kohat, Khyber Pakhtunkhwa")]
    [InlineData("Tribal elder shot dead", "Unknown gunmen killed a tribal elder in Kohat on Monday.", "Unknown gunmen kill tribal elder in Kohat, Khyber Pakhtunkhwa")]
    public void Write_NamesStayLarge_OtherWordsDoNot(string headline, string text, string title) => Assert.Equal(title, Reports.Incidents(text, headline)[0].Title);

    [Fact]
    public void Write_TellsHowManyWereArrested() =>
        Assert.Equal("2 relatives arrested in Kohat, Khyber Pakhtunkhwa", Reports.Only("Police arrested two of his relatives in Kohat on Monday.").Title);

    [Fact]
    public void Write_MakesNoDoerOfASuspect() =>
        Assert.DoesNotContain("Boko Haram", Reports.Only("Four traders were shot dead in Baga on Monday. The army blamed Boko Haram.").Title, StringComparison.Ordinal);

    [Fact]
    public void Write_CountsOneAsAPerson() =>
        Assert.StartsWith("Bomb blast kills shopkeeper", Reports.Only("A bomb killed a shopkeeper in Baga on Monday.").Title, StringComparison.Ordinal);
}
