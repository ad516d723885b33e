using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class ActorRolesTests
{
    [Theory]
    [InlineData("Boko Haram killed nine fishermen in Baga on Monday.", "Boko Haram", ActorRole.Perpetrator)]
    [InlineData("Nine fishermen were killed by Boko Haram in Baga on Monday.", "Boko Haram", ActorRole.Perpetrator)]
    [InlineData("Nine fishermen were killed by members of the Islamist sect Boko Haram in Baga on Monday.", "Boko Haram", ActorRole.Perpetrator)]
    [InlineData("Nine fishermen were killed in Baga on Monday in a Boko Haram attack.", "Boko Haram", ActorRole.Perpetrator)]
    [InlineData("Boko Haram carried out an attack on Baga on Monday.", "Boko Haram", ActorRole.Perpetrator)]
    [InlineData("Nine fishermen were killed by Boko Haram in Baga on Monday.", "fishermen", ActorRole.Target)]
    [InlineData("Air strikes near Baga on Monday resulted in six Boko Haram fighters being killed.", "Boko Haram", ActorRole.Target)]
    [InlineData("The murder of Pedro Luna Rios shocked Cali on Monday.", "Pedro Luna Rios", ActorRole.Target)]
    [InlineData("Gunmen kidnapped Ana Ruiz Vega, a doctor, in Cali on Monday.", "Ana Ruiz Vega", ActorRole.Target)]
    [InlineData("Omar Sadiq Khan was shot dead in Quetta on Monday.", "Omar Sadiq Khan", ActorRole.Target)]
    [InlineData("Gunmen killed two nuns in Cali on Monday. They were identified as Ines Prado and Luisa Mora.", "Luisa Mora", ActorRole.Target)]
    [InlineData("Soldiers and rebels fought near Bunia on Monday. The ADF claims it killed nine soldiers.", "Allied Democratic Forces (ADF)", ActorRole.Perpetrator)]
    [InlineData("A mob dragged a man from a police post in Kisumu on Monday and beat him to death.", "vigilante mob", ActorRole.Perpetrator)]
    [InlineData("Members of the Hema community were attacked by Lendu militiamen near Djugu on Monday.", "Members of the Hema community", ActorRole.Target)]
    [InlineData("Fighters from Zintan clashed with Tawergha militiamen in Tripoli on Monday.", "Tawergha militiamen", ActorRole.Target)]
    [InlineData("Dozo hunters killed four herders near Mopti on Monday.", "Dozo hunters", ActorRole.Perpetrator)]
    // One name, two groups: the one that is at home where it happened.
    [InlineData("NDC supporters hurled stones at policemen in Tamale on Monday and wounded two.", "National Democratic Congress (Ghana) (NDC)", ActorRole.Perpetrator)]
    [InlineData("NDC rebels attacked an army post near Masisi on Monday.", "Nduma Defence of Congo (NDC)", ActorRole.Perpetrator)]
    [InlineData("Jaish al-Fatah fighters attacked an army post near Idlib on Monday.", "Jaish al-Fatah", ActorRole.Perpetrator)]
    [InlineData("A bomb wounded six policemen in Giza on Monday. Ajnad Misr claimed the bombing.", "Ajnad Misr", ActorRole.Perpetrator)]
    [InlineData("Protesters burned tyres in Goma on Monday.", "Protesters", ActorRole.Perpetrator)]
    [InlineData("Soldiers came under mortar fire near Bentiu on Monday, and one of them was killed.", "Soldiers", ActorRole.Target)]
    [InlineData("Police arrested 30 strikers in Harare on Monday.", "Police", ActorRole.Responder)]
    public void Assign_ReadsTheRole(string text, string name, ActorRole role) =>
        Assert.Contains(Reports.Only(text).Actors, actor => actor.Name == name && actor.Role == role);

    [Theory]
    [InlineData("Gunmen in a car fired at a church in Jos on Monday.")]
    [InlineData("A bomb in a parked van destroyed an office in Jos on Monday.")]
    public void Assign_MakesNoPerpetratorOfThings(string text) =>
        Assert.DoesNotContain(Reports.Only(text).Actors, actor => actor.Role == ActorRole.Perpetrator && actor.Name is "car" or "van" or "church" or "office");

    [Theory]
    [InlineData("A bomb killed two guards in Baga on Monday. Boko Haram claimed responsibility.", Attribution.Claimed)]
    [InlineData("A bomb killed two guards in Baga on Monday. The army blamed Boko Haram.", Attribution.Suspected)]
    [InlineData("A bomb killed two guards in Baga on Monday. Boko Haram is suspected to be behind the attack.", Attribution.Suspected)]
    [InlineData("Boko Haram bombed a post in Baga on Monday. Boko Haram denied involvement.", Attribution.Suspected)]
    public void Assign_SaysHowTheArticleKnows(string text, Attribution attribution) =>
        Assert.Contains(Reports.Only(text).Actors, actor => actor is { Name: "Boko Haram", Role: ActorRole.Perpetrator } && actor.Attribution == attribution);

    [Fact]
    public void Assign_GivesAGroupThePartOfItsMembers() =>
        Assert.Contains(Reports.Only("Two militants were killed in a gunfight near Sopore on Monday. Both belonged to Lashkar-e-Taiba.").Actors,
            actor => actor is { Name: "Lashkar-e-Taiba (LeT)", Role: ActorRole.Target });

    [Fact]
    public void Assign_TakesTheOnlyGroupForTheGuerrillas() =>
        Assert.Contains(Reports.Incidents("Guerrillas killed a mayor in Tame on Monday. Talks with the ELN broke down last week over a hostage.")[0].Actors,
            actor => actor is { Name: "National Liberation Army (ELN)", Role: ActorRole.Perpetrator, Attribution: Attribution.Suspected });

    [Fact]
    public void Assign_NamesFeudingVillagesByTheVillage() =>
        Assert.Contains(Reports.Only("Two groups clashed over a land dispute at Amirpur village in Sylhet on Monday; a farmer died.").Actors,
            actor => actor is { Name: "rival groups of Amirpur", Role: ActorRole.Perpetrator });

    [Fact]
    public void Assign_CallsALynchingMobVigilantes() =>
        Assert.Contains(Reports.Only("A suspected thief was beaten to death by residents of a suburb of Kampala on Monday.").Actors,
            actor => actor.Name.StartsWith("vigilante", StringComparison.Ordinal) && actor.Role == ActorRole.Perpetrator);

    [Theory]
    [InlineData("Guerrillas dynamited a bridge in Chalatenango on Monday.", "1988-11-25", "Farabundo Marti National Liberation Front (FMLN)")]
    [InlineData("Insurgents killed two monks in Yala on Monday.", "2025-11-21", "Southern Muslim separatists")]
    [InlineData("Insurgents burned a village near Maiduguri on Monday.", "2014-11-21", "Boko Haram")]
    public void Assign_ConcludesWhomTheWordsCanOnlyMean(string text, string published, string name) =>
        Assert.Contains(Reports.Only(text, DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture)).Actors, actor => actor.Name == name && actor.Attribution == Attribution.Suspected);

    [Theory]
    [InlineData("Guerrillas dynamited a bridge in Chalatenango on Monday.", "2005-11-25")]
    [InlineData("Insurgents killed two monks in Chiang Mai on Monday.", "2025-11-21")]
    public void Assign_ConcludesNothingElsewhereOrAtAnotherTime(string text, string published) =>
        Assert.DoesNotContain(Reports.Only(text, DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture)).Actors, actor => actor.Name is "Southern Muslim separatists" || actor.Name.Contains("FMLN", StringComparison.Ordinal));
}
