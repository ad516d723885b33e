namespace BorderWatch.Extraction.Tests.Assembly;

/// <summary>What comes after an incident is not when and where it was.</summary>
public sealed class AftermathTests
{
    [Theory]
    [InlineData("The death toll from Tuesday's bombing in Jolo rose to 12 on Wednesday, officials said.")]
    [InlineData("Twelve people died in Tuesday's bombing in Jolo. The ministry on Wednesday raised the toll to 13.")]
    [InlineData("A bomb wounded six people in Jolo on Tuesday. One of them died on Thursday in Cebu.")]
    public void Date_IsTheIncidents(string text) =>
        Assert.Equal(new DateOnly(2025, 11, 18), Reports.Incidents(text)[0].Occurred.From);

    [Theory]
    [InlineData("A bomb wounded six people in Jolo on Tuesday. One of them died on Thursday in Cebu.", "Jolo")]
    [InlineData("A bomb killed six people in Jolo on Tuesday. Helicopters took the injured to Cebu.", "Jolo")]
    [InlineData("A mine killed two men in Bannu on Tuesday. Two suspects were arrested in Kohat on Thursday.", "Bannu")]
    public void Place_IsTheIncidents(string text, string place) =>
        Assert.Equal(place, Reports.Incidents(text)[0].Place?.Name);

    [Theory]
    [InlineData("A bomb went off in Jolo on Monday, wounding five people. Two were discharged while three others remain under treatment.", null, 5)]
    [InlineData("A guard was badly burned in a drone strike in Jolo on Monday and has died in hospital. Three others remain under treatment.", 1, 3)]
    [InlineData("A bomb went off in Jolo on Monday. A guard sustained injuries and later died. Three shopkeepers were wounded.", 1, 3)]
    public void Toll_WhoFaresHow_IsCountedOnce(string text, int? killed, int injured)
    {
        var incident = Reports.Incidents(text)[0];
        Assert.Equal((killed, injured), (incident.Killed?.Best, incident.Injured?.Best));
    }

    [Theory]
    [InlineData("A third man has died of his injuries after Tuesday's drone strike, hospital officials in Bannu said on Thursday.", "Air/drone strike")]
    [InlineData("An explosion tore up the railway line at Spezand.", "Remote explosive/landmine/IED")]
    [InlineData("Several hundred traders held a rally in Osh.", "Peaceful protest")]
    [InlineData("Eight people were hurt in stone-throwing between villagers.", "Violent demonstration")]
    public void FollowUp_OfOneSentence_IsAnIncident(string text, string subType) => Assert.Equal(subType, Reports.Only(text).Kind.SubType);

    [Fact]
    public void FollowUp_WhereOfficialsSpeak_IsNotWhereItWas() =>
        Assert.Null(Reports.Only("A third man has died of his injuries after Tuesday's drone strike, hospital officials in Bannu said on Thursday.").Place);

    [Fact]
    public void Toll_LeavesOutWhatNobodyCanTellApart() =>
        Assert.Null(Reports.Incidents("A bomb went off in Jolo on Tuesday, killing four. A group said that it had killed or wounded over thirty soldiers.")[0].Injured);

    [Fact]
    public void Toll_CountsTheLaterDeathOnce() =>
        Assert.Equal(3, Reports.Incidents("Three marchers have died after police fired on a march in Jolo on Tuesday, after one man succumbed to his wounds.")[0].Killed?.Best);
}
