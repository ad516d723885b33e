using BorderWatch.Ingestion.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Matching;

/// <summary>Reports that join incidents, and incidents that turn out to be one.</summary>
public sealed class JoiningTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    // Without the third, nothing says that the first two are of one event: the one has the town, the other the toll.
    private static readonly (string Title, string Text)[] s_reports =
    [
        ("Blast heard in Bannu", "An explosion was heard near the bazaar of Bannu in Pakistan on Tuesday, residents said."),
        ("Pakistan: nine killed in north-west", "Nine people were killed in a suicide attack on a wedding in the Khyber Pakhtunkhwa province of Pakistan on Tuesday, officials said."),
        ("Nine dead as suicide bomber strikes wedding near Bannu bazaar", "A suicide bomber struck a wedding near the bazaar of Bannu in Khyber Pakhtunkhwa on Tuesday and killed nine people. Residents said that the explosion was heard far away."),
    ];

    [Fact]
    public async Task TwoOutlets_WithDifferentFigures_TellOfOneIncident()
    {
        await TakeAsync("First", "Bomb kills four in Bannu", "A roadside bomb killed four policemen in Bannu in Pakistan on Tuesday, officials said.");
        await TakeAsync("Second", "Death toll in Bannu bombing rises", "Six policemen died when a roadside bomb hit their van in Bannu in Pakistan on Tuesday, a hospital said.");

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((2, 2, new CasualtyCount(4, 6, 6)), (incident.ReportCount, incident.SourceCount, incident.Killed));
        var joined = Assert.Single(incident.Reports, r => r.MatchScore is not null);
        Assert.InRange(joined.MatchScore!.Value, 0.5, 1);
        Assert.Contains("same day", joined.MatchReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoBombs_InOneTownOnOneDay_AreTwo()
    {
        await TakeAsync("First", "Bomb kills four in Bannu", "A roadside bomb killed four policemen in Bannu in Pakistan on Tuesday morning, officials said.");
        await TakeAsync("First", "Mosque bombed in Bannu", "A suicide bomber killed 23 worshippers in a mosque in Bannu in Pakistan on Tuesday evening, officials said.");

        Assert.Equal(2, (await IncidentsAsync()).Count);
    }

    [Fact]
    public async Task ThirdReport_JoinsTwoIncidents_AndNothingIsLost()
    {
        foreach (var (n, (title, text)) in s_reports[..2].Index()) await TakeAsync($"Outlet {n}", title, text);
        var before = await IncidentsAsync();
        Assert.Equal(2, before.Count);

        var taken = await TakeAsync("Outlet 2", s_reports[2].Title, s_reports[2].Text);

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal([incident.Id], taken.Incidents);
        Assert.Contains(incident.Id, before.Select(i => i.Id));
        Assert.Equal((3, 9), (incident.ReportCount, incident.Killed.Best));
        await using var db = Pipeline.Open();
        var gone = before.Single(i => i.Id != incident.Id).Id;
        Assert.Equal($"merged into {incident.Id}", (await db.Revisions.Where(r => r.SubjectId == gone).OrderBy(r => r.Id).LastAsync(Stop)).Action);
        Assert.Equal(before.Sum(i => i.Reports.Sum(r => r.Claims.Count)), incident.Reports.Where(r => before.Any(i => i.Reports.Exists(b => b.Id == r.Id))).Sum(r => r.Claims.Count));
    }

    [Fact]
    public async Task IncidentThatAnEditorConfirmed_StaysWhatItIs()
    {
        foreach (var (n, (title, text)) in s_reports[..2].Index()) await TakeAsync($"Outlet {n}", title, text);
        await using (var db = Pipeline.Open()) await db.Incidents.ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, IncidentStatus.Confirmed), Stop);

        await TakeAsync("Outlet 2", s_reports[2].Title, s_reports[2].Text);

        Assert.Equal([1, 2], (await IncidentsAsync()).Select(i => i.ReportCount).Order());
    }

    private async Task<TakenArticle> TakeAsync(string outlet, string title, string text)
    {
        await using var db = Pipeline.Open();
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name == outlet, Stop) ?? await SourceAsync(outlet, $"https://{outlet.Replace(' ', '-')}.example/feed");
        return await TakeAsync(source, title, text, "2026-11-18");
    }
}
