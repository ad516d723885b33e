using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Casualties;

public sealed class CasualtyFinderTests
{
    private static List<CasualtyMention> Find(string text) =>
        [.. DocumentReader.Read(new ArticleText(text)).Sentences.SelectMany(CasualtyFinder.Find)];

    private static string Count(string text, CasualtyCategory category)
    {
        var counted = Find(text).Where(m => m.Category == category && m.IsCount).ToList();
        return counted.Count == 0 ? "-" : string.Join(" + ", counted.Select(m => m.Range.ToString()));
    }

    [Theory]
    [InlineData("Four herders were killed near the ford.", "4")]
    [InlineData("A mortar round killed two cooks and a driver.", "3")]
    [InlineData("The ambush left five soldiers dead.", "5")]
    [InlineData("A mine blast claimed the lives of six miners.", "6")]
    [InlineData("Seven bodies were found in a ditch.", "7")]
    [InlineData("A tribal elder and his nephew were shot dead.", "2")]
    [InlineData("At least nine people died.", "at least 9")]
    [InlineData("Dozens of villagers were killed.", "at least 24")]
    [InlineData("Several guards were killed.", "at least 3")]
    [InlineData("Between ten and 14 recruits were killed.", "10–14")]
    [InlineData("More than a dozen traders were killed.", "at least 13")]
    [InlineData("The death toll has risen to 31.", "31")]
    [InlineData("Gunmen massacred 40 people, the mayor of Tolbo said.", "40")]
    [InlineData("Five people, a woman and two girls among them, were killed.", "5")]
    [InlineData("Nine conscripts, seven of them teenagers, were killed.", "9")]
    [InlineData("Three men who had crossed the river were killed.", "3")]
    [InlineData("The death toll was revised up to 31.", "31")]
    [InlineData("Nobody was killed.", "0")]
    [InlineData("There were no casualties.", "0")]
    public void Killed_Forms(string text, string count) => Assert.Equal(count, Count(text, CasualtyCategory.Killed));

    [Theory]
    [InlineData("Three traders were waylaid and killed by bandits.", "3")]
    [InlineData("The bursar was yesterday, killed by raiders on the bridge road.", "1")]
    [InlineData("Two shepherds were on Sunday morning killed by raiders.", "2")]
    [InlineData("The beekeeper of the convent was strangled.", "1")]
    [InlineData("The beekeeper and his cousin were strangled.", "2")]
    [InlineData("Gunmen have killed the almoner of the shrine.", "1")]
    [InlineData("Gunmen killed Karim Shah, a ferry captain.", "1")]
    [InlineData("Gunmen killed Karim Shah, a ferry captain, and two deckhands.", "3")]
    [InlineData("Raiders fired at two toll clerks, killing them.", "2")]
    [InlineData("Raiders fired at a baker and his son, killing both.", "2")]
    [InlineData("Eleven Sudanese were killed when the boat was shelled.", "11")]
    [InlineData("Fifteen ABC/XYZ fighters were killed in the raid.", "15")]
    [InlineData("Rebels killed the widow of a senator and party chief Omar Diallo.", "1")]
    [InlineData("A porter, who had come by boat, was strangled.", "1")]
    [InlineData("A porter who was hurt by splinters on the quay died at noon.", "1")]
    [InlineData("The raid resulted in 12 fighters being killed.", "12")]
    [InlineData("A mine killed constable Noor Khan on the spot.", "1")]
    [InlineData("Raiders killed three men, two with old convictions.", "3")]
    [InlineData("Twelve rebels were killed by shelling after one guard was shot dead.", "12")]
    [InlineData("Three rebels of the outlawed Jaish-e-Islam were killed.", "3")]
    public void Killed_PeopleWhomNoLexiconKnows(string text, string count) => Assert.Equal(count, Count(text, CasualtyCategory.Killed));

    [Theory]
    [InlineData("A shell wounded eight nuns.", "8")]
    [InlineData("Twelve pupils suffered burns, and 12 were injured by glass.", "12")]
    [InlineData("One man was hurt.", "1")]
    public void Injured_Forms(string text, string count) => Assert.Contains(count, Count(text, CasualtyCategory.Injured), StringComparison.Ordinal);

    [Theory]
    [InlineData("Gunmen kidnapped three surveyors.", CasualtyCategory.Abducted)]
    [InlineData("Police arrested three smugglers.", CasualtyCategory.Arrested)]
    public void OtherCategories(string text, CasualtyCategory category) => Assert.Equal("3", Count(text, category));

    [Theory]
    [InlineData("Ten people were killed, including four children.", CasualtyFlags.Part)]
    [InlineData("Militants have killed 300 people since 2014.", CasualtyFlags.Background)]
    [InlineData("The cell planned to kill ten officers.", CasualtyFlags.Unrealised)]
    [InlineData("Nine militants were killed.", CasualtyFlags.Attackers)]
    [InlineData("Two guards died and a third guard was killed later; three others died in hospital.", CasualtyFlags.More)]
    [InlineData("The force fired back, killing him.", CasualtyFlags.Again)]
    [InlineData("The death toll stands at 44.", CasualtyFlags.Total)]
    public void Flags(string text, CasualtyFlags flag) => Assert.Contains(Find(text), m => m.Is(flag));

    [Theory]
    [InlineData("The storm killed the power supply.")]
    [InlineData("Frost killed forty sheep.")]
    [InlineData("The team was beaten by three goals.")]
    [InlineData("Five trucks were destroyed.")]
    public void NoPeople_NoCount(string text) => Assert.DoesNotContain(Find(text), m => m.IsCount && m.Range.Best > 1);
}
