using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Tests.Actors;

public sealed class TargetKindsTests
{
    [Theory]
    [InlineData("Afghan aid workers", "AidWorkers")]
    [InlineData("International Committee of the Red Cross", "AidWorkers", ActorKind.External)]
    [InlineData("UN convoy", "AidWorkers", ActorKind.External)]
    [InlineData("Chinese gold miners", "Mining")]
    [InlineData("mine workers", "Mining")]
    [InlineData("gas pipeline", "Infrastructure")]
    [InlineData("Power pylons", "Infrastructure")]
    [InlineData("high-voltage transmission lines", "Infrastructure")]
    [InlineData("hydroelectric dam workers", "Infrastructure")]
    [InlineData("polio vaccinators", "Health")]
    [InlineData("government hospital", "Health", ActorKind.State)]
    [InlineData("girls' school", "Education")]
    [InlineData("a madrassa", "Education,Religion")]
    [InlineData("TV crew", "Media")]
    [InlineData("Shia worshippers", "Religion")]
    [InlineData("Foreign engineers", "ForeignNationals", ActorKind.External)]
    [InlineData("foreign aid workers", "ForeignNationals,AidWorkers")]
    public void Of_AName_IsOfTheKindsThatItsWordsSay(string name, string kinds, ActorKind kind = ActorKind.Civilian) =>
        Assert.Equal(kinds, string.Join(',', TargetKinds.Of(name, kind)));

    [Theory]
    [InlineData("villagers", ActorKind.Civilian)]
    [InlineData("Chinese engineers", ActorKind.Civilian)]
    [InlineData("Foreign Ministry", ActorKind.State)]
    [InlineData("foreign troops", ActorKind.External)]
    [InlineData("landmine", ActorKind.Unknown)]
    [InlineData("mine layers", ActorKind.Unknown)]
    [InlineData("railway police", ActorKind.State)]
    [InlineData("airport security forces", ActorKind.State)]
    [InlineData("Teachers' Brigade", ActorKind.Rebel)]
    [InlineData("Students for a Free Land", ActorKind.Militia)]
    [InlineData("train passengers", ActorKind.Civilian)]
    [InlineData("", ActorKind.Unknown)]
    [InlineData(" - ", ActorKind.Unknown)]
    public void Of_OtherNames_IsNothing(string name, ActorKind kind) => Assert.Empty(TargetKinds.Of(name, kind));

    [Fact]
    public void Of_EveryKind_HasWords() =>
        Assert.Equal(Enum.GetValues<TargetKind>(), BorderWatch.Extraction.Text.Lexicon.Rows("target-kinds.tsv").Select(row => Enum.Parse<TargetKind>(row[0])));
}
