using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Actors;

public sealed class ActorFinderTests
{
    [Theory]
    [InlineData("Sendero Luminoso blew up a pylon.", "Shining Path", ActorKind.Rebel)]
    [InlineData("ISIS-K claimed the blast.", "Islamic State Khorasan Province (ISKP)", ActorKind.Rebel)]
    [InlineData("Fighters of Al Shabaab entered the town.", "Al-Shabaab", ActorKind.Rebel)]
    [InlineData("FARDC soldiers held the hill.", "Armed Forces of the Democratic Republic of the Congo (FARDC)", ActorKind.State)]
    [InlineData("The Kachin Independence Army lost a post.", "Kachin Independence Army (KIA)", ActorKind.Rebel)]
    [InlineData("ULFA-I was blamed.", "United Liberation Front of Assam (ULFA)", ActorKind.Rebel)]
    [InlineData("Members of the RUF crossed the river.", "Revolutionary United Front (RUF)", ActorKind.Rebel)]
    [InlineData("Recontras seized a farm.", "Recontras", ActorKind.Rebel)]
    [InlineData("Tajik border guards returned fire.", "Tajik border guards", ActorKind.State)]
    public void Find_KnowsGroupsByTheirNames(string sentence, string name, ActorKind kind) =>
        Assert.Contains(Actors(sentence), actor => actor.Name == name && actor.Kind == kind);

    [Theory]
    [InlineData("The Highland Freedom Front (HFF) burned two lorries.", "Highland Freedom Front (HFF)", ActorKind.Rebel)]
    [InlineData("The Lake Shore Militia raided a port.", "Lake Shore Militia", ActorKind.Militia)]
    [InlineData("The Panjir Liberation Army shelled the fort.", "Panjir Liberation Army", ActorKind.Rebel)]
    [InlineData("The Brigades of the Green Valley fired rockets.", "Brigades of the Green Valley", ActorKind.Rebel)]
    public void Find_ReadsUnknownGroupsByTheShapeOfTheirNames(string sentence, string name, ActorKind kind) =>
        Assert.Contains(Actors(sentence), actor => actor is { Sort: ActorSort.NamedGroup } && actor.Name == name && actor.Kind == kind);

    [Theory]
    [InlineData("The Salvation Army opened a kitchen.")]
    [InlineData("The Zambian Army paraded.")]
    [InlineData("The Labour Movement met in Leeds.")]
    [InlineData("The National Cricket League began.")]
    public void Find_MakesNoGroupOfOtherNames(string sentence) =>
        Assert.DoesNotContain(Actors(sentence), actor => actor.Sort == ActorSort.NamedGroup);

    [Fact]
    public void Find_KnowsAnAcronymAfterItsBrackets() =>
        Assert.Equal(2, Actors("The Highland Freedom Front (HFF) burned two lorries. Later HFF raiders fled.").Count(actor => actor.Name == "Highland Freedom Front (HFF)"));

    [Theory]
    [InlineData("Unidentified gunmen stopped a bus.", "Unidentified gunmen", ActorKind.Unknown, true)]
    [InlineData("Masked men stopped a bus.", "Masked men", ActorKind.Unknown, true)]
    [InlineData("Cattle rustlers stopped a bus.", "Cattle rustlers", ActorKind.Criminal, false)]
    [InlineData("Maoist rebels stopped a bus.", "CPI (Maoist): Communist Party of India (Maoist)", ActorKind.Rebel, false)]
    [InlineData("Chinese workers left the mine.", "Chinese workers", ActorKind.Civilian, false)]
    public void Find_ReadsActorsByTheirKind(string sentence, string name, ActorKind kind, bool isUnidentified) =>
        Assert.Contains(Actors(sentence), actor => actor.Name == name && actor.Kind == kind && actor.IsUnidentified == isUnidentified);

    [Theory]
    [InlineData("Analysts in Doha disagree.")]
    [InlineData("Two witnesses spoke.")]
    [InlineData("A spokesman declined to comment.")]
    public void Find_LeavesThoseOutWhoOnlySpeak(string sentence) =>
        Assert.DoesNotContain(Actors(sentence), actor => !actor.IsSource && actor.Sort != ActorSort.Institution);

    [Theory]
    [InlineData("Police said two men fled.", true)]
    [InlineData("According to the Afghan police, two men fled.", true)]
    [InlineData("Police shot two men.", false)]
    [InlineData("The Taliban claimed responsibility for it.", false)]
    public void Find_TellsSpeakersFromActors(string sentence, bool isSource) =>
        Assert.Equal(isSource, Actors(sentence)[0].IsSource);

    internal static IReadOnlyList<ActorMention> Actors(string text) => ActorFinder.Find(DocumentReader.Read(new ArticleText(text)));
}
