using BorderWatch.Extraction.Actors;
using static BorderWatch.Extraction.Tests.Reports;

namespace BorderWatch.Extraction.Tests.Assembly;

/// <summary>A state that only its weapon, its verb or its possessive names, and what that says of who and where.</summary>
public sealed class StateActorsTests
{
    [Theory]
    [InlineData("Two journalists were killed in an Israeli strike near Nabatieh on Tuesday.", "Israel Defense Forces (IDF)", "Explosions/Remote violence")]
    [InlineData("A Russian Kh-59 missile hit a school in Kharkiv on Monday, killing two guards.", "Russian Armed Forces", "Explosions/Remote violence")]
    [InlineData("Israel bombed a depot near Homs on Monday, killing two.", "Israel Defense Forces (IDF)", "Explosions/Remote violence")]
    [InlineData("Warplanes of the Sudanese army hit a market in Nyala on Monday, killing nine.", "Sudanese Armed Forces (SAF)", "Explosions/Remote violence")]
    [InlineData("Government drones struck a bus in Debre Birhan on Monday, killing nine.", "government forces", "Explosions/Remote violence")]
    public void Extract_ArmyByItsWeapon_IsWhoDidIt(string text, string name, string type)
    {
        var incident = Only(text);
        Assert.Equal(type, incident.Kind.Type);
        Assert.Contains(incident.Actors, actor => actor.Name == name && actor.Role == ActorRole.Perpetrator);
    }

    [Theory]
    [InlineData("A Russian-made rocket landed in Herat on Monday, killing two.", "Russian Armed Forces")]
    [InlineData("Two mortar shells fired from Lebanon landed near Metula on Sunday; nobody was hurt.", "Lebanese Armed Forces")]
    [InlineData("Three rockets fired from Afghanistan landed near Panj in Tajikistan on Sunday; nobody was hurt.", "Afghan National Army (ANA)")]
    [InlineData("Air defences shot down a Russian drone over Odesa on Monday; its wreck killed a woman.", "Russian Armed Forces")]
    public void Extract_WeaponOfAnotherHand_NamesNobody(string text, string name) =>
        Assert.DoesNotContain(Incidents(text), incident => incident.Actors.Any(actor => actor.Name == name && actor.Role == ActorRole.Perpetrator));

    [Fact]
    public void Extract_StateThatShellsAPlaceOfNoGazetteer_IsNotWhereItWas() =>
        Assert.NotEqual("IL", Only("Israel shelled Qrzyvil on Friday, wounding three.").Place?.Country);

    [Theory]
    [InlineData("The Arakan Army captured Mrauk-U on Saturday, residents said.", "Non-state actor overtakes territory")]
    [InlineData("Rebels of the M23 captured Goma on Saturday, residents said.", "Non-state actor overtakes territory")]
    public void Extract_TownThatIsCaptured_IsNoArrest(string text, string subType) => Assert.Equal(subType, Only(text).Kind.SubType);
}
