using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Actors;

public sealed class AttributionFinderTests
{
    [Theory]
    [InlineData("Boko Haram claimed responsibility.", AttributionCueKind.Claimed, "Boko Haram")]
    [InlineData("Boko Haram has claimed full responsibility.", AttributionCueKind.Claimed, "Boko Haram")]
    [InlineData("The blast was claimed by Boko Haram.", AttributionCueKind.Claimed, "Boko Haram")]
    [InlineData("The raid was blamed on Boko Haram.", AttributionCueKind.Blamed, "Boko Haram")]
    [InlineData("The governor accused Boko Haram.", AttributionCueKind.Blamed, "Boko Haram")]
    [InlineData("Boko Haram is suspected to be behind it.", AttributionCueKind.Suspected, "Boko Haram")]
    [InlineData("Boko Haram suspected.", AttributionCueKind.Suspected, "Boko Haram")]
    [InlineData("It can be assumed that Boko Haram did it.", AttributionCueKind.Suspected, "Boko Haram")]
    [InlineData("The methods resemble those of Boko Haram.", AttributionCueKind.Suspected, "Boko Haram")]
    [InlineData("Boko Haram denied involvement.", AttributionCueKind.Denied, "Boko Haram")]
    public void Find_SaysWhoIsHeldToHaveDoneIt(string sentence, AttributionCueKind kind, string name) =>
        Assert.Contains(Cues(sentence), cue => cue.Kind == kind && cue.Actor!.Name == name);

    [Theory]
    [InlineData("No group has claimed responsibility.")]
    [InlineData("Nobody has yet claimed responsibility.")]
    [InlineData("There was no immediate claim of responsibility.")]
    public void Find_NamesNobodyWhereNobodyClaims(string sentence) =>
        Assert.Contains(Cues(sentence), cue => cue is { Kind: AttributionCueKind.Unclaimed, Actor: null });

    private static IReadOnlyList<AttributionCue> Cues(string text)
    {
        var document = DocumentReader.Read(new ArticleText(text));
        return AttributionFinder.Find(document, ActorFinder.Find(document));
    }
}
