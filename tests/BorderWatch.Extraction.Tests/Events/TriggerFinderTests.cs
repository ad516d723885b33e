using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Events;

public sealed class TriggerFinderTests
{
    [Theory]
    [InlineData("A suicide bomber struck the market gate.", TriggerFamily.SuicideBomb)]
    [InlineData("An IED hit the convoy.", TriggerFamily.Bomb)]
    [InlineData("The road crew drove over a land mine.", TriggerFamily.Bomb)]
    [InlineData("Youths hurled two petrol bombs at the depot.", TriggerFamily.Thrown)]
    [InlineData("A hand grenade was left on the steps.", TriggerFamily.Grenade)]
    [InlineData("Mortar shelling went on until dawn.", TriggerFamily.Shelling)]
    [InlineData("Fighter jets pounded the valley.", TriggerFamily.AirStrike)]
    [InlineData("Heavy fighting broke out near the dam.", TriggerFamily.Clash)]
    [InlineData("Fighting between the two sides continued.", TriggerFamily.Clash)]
    [InlineData("Both patrols exchanged gunfire across the river.", TriggerFamily.Clash)]
    [InlineData("The troops targeted each other over the ridge.", TriggerFamily.Clash)]
    [InlineData("Their lorry was ambushed in the gorge.", TriggerFamily.Ambush)]
    [InlineData("Men on motorbikes opened fire on the tea house.", TriggerFamily.Shooting)]
    [InlineData("A shopkeeper was hacked to death.", TriggerFamily.Assault)]
    [InlineData("Four drivers were kidnapped on the highway.", TriggerFamily.Abduction)]
    [InlineData("Teachers staged a sit-in at the ministry.", TriggerFamily.Protest)]
    [InlineData("Weavers marched to the town hall.", TriggerFamily.Protest)]
    [InlineData("Officers fired tear gas into the square.", TriggerFamily.Intervention)]
    [InlineData("The crowd pelted the bus with stones.", TriggerFamily.Riot)]
    [InlineData("A lynch mob waited outside.", TriggerFamily.Mob)]
    [InlineData("Raiders torched nine houses.", TriggerFamily.Destruction)]
    [InlineData("Sappers defused the bomb in time.", TriggerFamily.Disruption)]
    [InlineData("The two sides signed a peace deal.", TriggerFamily.Agreement)]
    [InlineData("Twelve fighters laid down their arms.", TriggerFamily.GroupChange)]
    [InlineData("Rebels captured the town.", TriggerFamily.RebelGain)]
    public void Find_NamesTheFamily(string sentence, TriggerFamily expected) =>
        Assert.Contains(Triggers(sentence), trigger => trigger.Family == expected);

    [Theory]
    [InlineData("Gunmen killed two guards.", TriggerVoice.Active)]
    [InlineData("Two guards were killed by gunmen.", TriggerVoice.Passive)]
    [InlineData("Two guards killed in the raid were brothers.", TriggerVoice.Passive)]
    [InlineData("The killing of two guards was filmed.", TriggerVoice.Nominal)]
    public void Find_TellsTheVoice(string sentence, TriggerVoice expected) =>
        Assert.Equal(expected, Triggers(sentence).First(trigger => trigger.Family == TriggerFamily.Killing).Voice);

    [Theory]
    [InlineData("She applied for a licence to sell fish.")]
    [InlineData("The committee will strike a balance between both.")]
    [InlineData("He died of old age in his village.")]
    [InlineData("The council meets again on March 4.")]
    [InlineData("They sit in silence by the window.")]
    [InlineData("Lights went out in the 2900 block of Elm Road.")]
    [InlineData("Families escaped a house fire at the mill.")]
    [InlineData("It is striking that so few came.")]
    public void Find_SeesNoMeansInPeace(string sentence) =>
        Assert.DoesNotContain(Triggers(sentence), trigger => trigger.Standing == Standing.Asserted && trigger.Entry.Weight >= 0.6);

    internal static List<Trigger> Triggers(string sentence) => TriggerFinder.Find(DocumentReader.Read(new ArticleText(sentence)).Sentences[0]);
}
