using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Claims;

/// <summary>One account that several outlets print is counted once.</summary>
public sealed class CopiesTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const string Agency =
        "Four coal miners were killed when armed men stormed a mine in the hills near Mastung in Pakistan on Wednesday night, a police officer said. "
        + "The attackers came on foot, cut the telephone line and fired into the huts in which the men were asleep. Two others are missing.";

    [Fact]
    public async Task Copy_IsAnArticleOfItsOutlet_AndNamesItsOriginal()
    {
        await TakeAsync("Agency", Agency, "2026-11-12");
        await TakeAsync("Customer", Agency + " (Agency)", "2026-11-13");

        Assert.Equal(2, (await ArticlesAsync()).Count);
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((2, 1), (incident.ReportCount, incident.SourceCount));
        Assert.Single(incident.Reports, r => r.IsCopy);
        Assert.Contains(incident.Reports, r => r.MatchReason == "the same text as the report of Agency, counted once");
    }

    [Fact]
    public async Task Copies_HaveOneVoice()
    {
        await TakeAsync("Agency", Agency, "2026-11-12");
        await TakeAsync("Second", "Six miners died when gunmen raided a coal mine at Mastung in Pakistan on Wednesday night, the chief inspector of mines said on Friday.", "2026-11-13");
        foreach (var n in Enumerable.Range(0, 4)) await TakeAsync($"Customer {n}", $"By our reporter. {Agency}", $"2026-11-1{4 + n}");

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((6, 2, new CasualtyCount(4, 6, 6), false), (incident.ReportCount, incident.SourceCount, incident.Killed, incident.HasConflict));
    }

    [Fact]
    public async Task OriginalThatArrivesLate_TakesTheVoiceOfItsCopy()
    {
        await TakeAsync("Customer", Agency + " (Agency)", "2026-11-13");
        await TakeAsync("Agency", Agency, "2026-11-12");

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((2, 1), (incident.ReportCount, incident.SourceCount));
        Assert.True(incident.Reports.MinBy(r => r.CreatedAt)!.IsCopy);
    }

    [Fact]
    public async Task Update_WithANewToll_IsNoCopy()
    {
        await TakeAsync("Agency", Agency, "2026-11-12");
        await TakeAsync("Customer", Agency.Replace("Four coal miners", "Seven coal miners", StringComparison.Ordinal), "2026-11-13");

        Assert.Equal(7, Assert.Single(await IncidentsAsync()).Killed.Best);
    }

    private async Task TakeAsync(string outlet, string text, string published) =>
        await TakeAsync(await SourceAsync(outlet, $"https://{outlet.Replace(' ', '-')}.example/feed"), "Miners killed near Mastung", text, published);
}
