namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class KindRulesTests
{
    [Theory]
    [InlineData("A suicide bomber blew himself up at a checkpoint in Kandahar on Tuesday.", "Explosions/Remote violence", "Suicide bomb")]
    [InlineData("Three soldiers were killed by an IED in Kunduz on Tuesday.", "Explosions/Remote violence", "Remote explosive/landmine/IED")]
    [InlineData("Jet fighters pounded hideouts near Parachinar on Monday, killing nine militants.", "Explosions/Remote violence", "Air/drone strike")]
    [InlineData("A drone strike destroyed a fuel depot in Kunduz on Monday.", "Explosions/Remote violence", "Air/drone strike")]
    [InlineData("Mortar shelling wounded two farmers near Torkham on Monday.", "Explosions/Remote violence", "Shelling/artillery/missile attack")]
    [InlineData("Guerrillas wrecked a substation near Popayan with explosives on Monday.", "Explosions/Remote violence", "Remote explosive/landmine/IED")]
    [InlineData("Border guards and smugglers exchanged fire near Khorog on Monday.", "Battles", "Armed clash")]
    [InlineData("Militants attacked an army outpost near Mir Ali on Monday, killing two soldiers.", "Battles", "Armed clash")]
    [InlineData("Gunmen shot dead a member of the Levies force in Chaman on Monday.", "Battles", "Armed clash")]
    [InlineData("Rebels captured the town of Demoso on Monday.", "Battles", "Non-state actor overtakes territory")]
    [InlineData("Gunmen shot dead two teachers in Chaman on Monday.", "Violence against civilians", "Attack")]
    [InlineData("Militants shot dead a police informer in Chaman on Monday.", "Violence against civilians", "Attack")]
    [InlineData("Gunmen abducted five miners near Duki on Monday.", "Violence against civilians", "Abduction/forced disappearance")]
    [InlineData("Two men accused of theft were beaten to death by a mob in Gulu on Monday.", "Violence against civilians", "Attack")]
    [InlineData("Arsonists set fire to a minibus in Jessore on Monday, leaving four people burned and injured.", "Violence against civilians", "Attack")]
    [InlineData("Three lorries were set on fire in Jessore on Monday.", "Riots", "Violent demonstration")]
    [InlineData("Supporters of two parties clashed in Kisumu on Monday.", "Riots", "Mob violence")]
    [InlineData("Villagers clashed over a grazing dispute at Amirpur village on Monday, leaving two dead.", "Battles", "Armed clash")]
    [InlineData("Nurses staged a sit-in in Harare on Monday.", "Protests", "Peaceful protest")]
    [InlineData("Police fired tear gas to disperse nurses who protested in Harare on Monday.", "Protests", "Protest with intervention")]
    [InlineData("On the second day of the strike two crude bombs exploded in Bogra on Monday.", "Explosions/Remote violence", "Remote explosive/landmine/IED")]
    [InlineData("Police arrested 40 opposition members in Kampala on Monday.", "Strategic developments", "Arrests")]
    [InlineData("The government and rebels signed a peace deal in Juba on Monday.", "Strategic developments", "Agreement")]
    [InlineData("The rebels, who have been fighting the army for years, announced a unilateral ceasefire in Juba on Monday.", "Strategic developments", "Agreement")]
    public void Decide_NamesTheKind(string text, string type, string subType)
    {
        var incident = Reports.Only(text);
        Assert.Equal((type, subType), (incident.Kind.Type, incident.Kind.SubType));
    }
}
