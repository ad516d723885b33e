using BorderWatch.Extraction.Dates;

namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class CoreferenceTests
{
    [Fact]
    public void Merge_AClauseOfAnotherMonth_IsAnotherIncident()
    {
        var incidents = Reports.Incidents("Soldiers detained several rebels during a raid in Kunduz. In October, rebels attacked the base in a similar raid and the soldiers killed 30 of them.");
        Assert.Null(incidents[0].Killed);
    }

    [Theory]
    // Definite descriptions.
    [InlineData("Gunmen stormed a guest house in Herat on Monday. The attack left four dead. The assault began before dawn.")]
    [InlineData("A bomb went off outside a bank in Jolo on Monday. The bloody blast, which wounded nine, was heard for miles.")]
    // The victims again.
    [InlineData("Rebels seized four engineers near Tame on Monday. The engineers were kidnapped while they surveyed a road.")]
    [InlineData("Raiders killed two herders near Kosti on Monday. The bodies were found on Tuesday.")]
    [InlineData("Raiders took eight passengers hostage near Kosti on Monday. Two of the passengers were killed at once.")]
    // One more of the same.
    [InlineData("Two rangers were killed in an ambush near Garoua on Monday. A third man was wounded.")]
    [InlineData("Gunmen abducted three well diggers near Gardez on Monday. A guard was shot dead and another was wounded when they tried to stop the attackers.")]
    [InlineData("The toll from a suicide attack on a church in Jolo rose to 12 on Monday. Thirty people were injured in Sunday's bombing, of whom five remain in hospitals in Cebu.")]
    // What had gone before.
    [InlineData("A boy lost a hand when a bomb exploded in Copan on Monday. A bomb had been planted beside the bins.")]
    // A round-up that is then told piece by piece.
    [InlineData("Two attacks were carried out in Arequipa on Wednesday night. A bomb exploded at the tax office. A bomb also damaged a clinic.")]
    // The same building.
    [InlineData("Men threw a bomb at the Bethel Baptist Chapel in Temuco on Monday. The Bethel Baptist Chapel was attacked shortly before midnight.")]
    public void Merge_KeepsOneIncidentOne(string text) => Assert.Single(Reports.Incidents(text));

    [Theory]
    // Another place and day.
    [InlineData("A bomb killed two men in Herat on Monday. Gunmen shot dead a judge in Kandahar on Wednesday.")]
    // Said to be another.
    [InlineData("A bomb killed two men in Herat on Monday. In a separate attack, gunmen shot dead a judge.")]
    [InlineData("A bomb killed two men in Herat on Monday. Meanwhile, gunmen kidnapped a trader elsewhere in Ghazni.")]
    // One sentence, two means.
    [InlineData("A drone strike hit a fuel depot in Kunduz on Monday, while gunfire at a market in Faizabad killed three traders.")]
    public void Merge_KeepsTwoIncidentsApart(string text) => Assert.Equal(2, Reports.Incidents(text).Count);

    [Fact]
    public void Merge_DoesNotTakeAPlaceFromAReaction()
    {
        var incident = Reports.Only("Gunmen killed three Turkish miners near the Afghanistan-Tajikistan border on Monday. Shaken by the violence, the Turkish embassy in Dushanbe asked its citizens to go home.");
        Assert.NotEqual("Dushanbe", incident.Place?.Name);
    }

    [Fact]
    public void Count_OfSeveralOperations_YieldsToTheOneThatIsTold()
    {
        var incident = Assert.Single(Reports.Incidents("Several insurgents were killed during separate clearing operations in northern and eastern Afghanistan on Thursday. In Imam Sahib district, Kunduz province, a patrol came under fire and killed two insurgents."),
            i => i.Place?.Admin1 == "Kunduz");
        Assert.Equal(2, incident.Killed?.Best);
    }

    [Fact]
    public void Flashback_WithAMonthOfItsOwn_IsNoPartOfTheNews()
    {
        var first = Reports.Incidents("Soldiers detained four suspected rebels near Kutum on Thursday. In June, rebels fought the brigade during a similar five-day operation near Kutum. The brigade responded, killing more than 40 rebels.")[0];
        Assert.Null(first.Killed);
    }

    [Fact]
    public void Date_OfAPlan_IsNotTheDeeds()
    {
        var incident = Reports.Incidents("A drone strike near Baidoa killed a commander who was preparing to attack a hotel on Saturday. He died on the spot, the army said on Thursday.")[0];
        Assert.NotEqual(TimePrecision.Day, incident.Occurred.Precision);
    }
}
