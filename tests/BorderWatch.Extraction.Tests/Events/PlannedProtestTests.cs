namespace BorderWatch.Extraction.Tests.Events;

public sealed class PlannedProtestTests
{
    [Fact]
    public void Extract_ProtestOfTheHeadline_ThatTheBodyOnlyPlans_IsNone()
    {
        var incidents = new IncidentExtractor().Extract(new ArticleText(
            "Traders said on Thursday that they would block the highway after a drone killed two drivers near Spin Boldak on Tuesday.", "Traders protest over drone deaths", new(2026, 9, 17, 8, 0, 0, TimeSpan.Zero))).Incidents;

        Assert.Equal(["Air/drone strike"], incidents.Select(incident => incident.Kind.SubType));
    }
}
