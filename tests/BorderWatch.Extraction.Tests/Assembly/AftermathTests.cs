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

    [Fact]
    public void Toll_LeavesOutWhatNobodyCanTellApart() =>
        Assert.Null(Reports.Incidents("A bomb went off in Jolo on Tuesday, killing four. A group said that it had killed or wounded over thirty soldiers.")[0].Injured);

    [Fact]
    public void Toll_CountsTheLaterDeathOnce() =>
        Assert.Equal(3, Reports.Incidents("Three marchers have died after police fired on a march in Jolo on Tuesday, after one man succumbed to his wounds.")[0].Killed?.Best);
}
