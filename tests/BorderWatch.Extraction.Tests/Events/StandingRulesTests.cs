using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Tests.Events;

public sealed class StandingRulesTests
{
    [Theory]
    [InlineData("Gunmen attacked the customs post at dawn.", Standing.Asserted)]
    [InlineData("The group claimed responsibility for the bombing of the pipeline.", Standing.Asserted)]
    [InlineData("A pedestrian was killed when raiders opened fire on the bazaar.", Standing.Asserted)]
    [InlineData("A journalist was beaten while trying to film the queue.", Standing.Asserted)]
    [InlineData("Three men are accused of attacking the depot.", Standing.Referred)]
    [InlineData("The envoy condemned the attack.", Standing.Referred)]
    [InlineData("They stand for a wave of bombings in the south.", Standing.Referred)]
    [InlineData("Families marked the anniversary of the bombing.", Standing.Past)]
    [InlineData("He is on trial for the bombing of a hotel.", Standing.Past)]
    [InlineData("She is the third mayor to have been murdered, and the bombing came years ago.", Standing.Past)]
    [InlineData("The rebels would attack the dam.", Standing.Unreal)]
    [InlineData("They were going to bomb the bridge.", Standing.Unreal)]
    [InlineData("The cell was plotting to bomb the bridge.", Standing.Unreal)]
    [InlineData("Officials fear a threat of bombing at the fair.", Standing.Unreal)]
    [InlineData("If they attack, we will answer.", Standing.Unreal)]
    [InlineData("We cannot let the raiders bomb our towns.", Standing.Unreal)]
    [InlineData("No bombing was reported.", Standing.Negated)]
    [InlineData("The army denied bombing the village.", Standing.Negated)]
    [InlineData("Our rules do not allow us to bomb or burn.", Standing.Negated)]
    [InlineData("She suffered a heart attack.", Standing.Harmless)]
    [InlineData("The striker was bombed at the box office.", Standing.Harmless)]
    [InlineData("Navies will bomb targets in a joint exercise.", Standing.Harmless)]
    [InlineData("He launched a scathing attack on the budget.", Standing.Harmless)]
    public void Judge_TellsWhatHappened(string sentence, Standing expected) =>
        Assert.Contains(TriggerFinderTests.Triggers(sentence), trigger => trigger.Standing == expected && trigger.Family != TriggerFamily.Reference);

    [Fact]
    public void Judge_DoesNotTakeRestraintForAnExercise() =>
        Assert.Contains(TriggerFinderTests.Triggers("Both sides were urged to exercise restraint after gunmen killed two guards."),
            trigger => trigger is { Family: TriggerFamily.Killing, Standing: Standing.Asserted });
}
