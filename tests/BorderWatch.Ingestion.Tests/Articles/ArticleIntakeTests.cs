using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Articles;

/// <summary>An article comes in once, however often it arrives; an edited one supersedes what it said and keeps it.</summary>
public sealed class ArticleIntakeTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const string Title = "Car bomb kills four in Herat";

    private const string Text =
        "HERAT – Four people were killed and nine wounded when a car bomb exploded outside a bank in Herat in western Afghanistan on Thursday, police said. "
        + "Nobody has said who did it. Windows were broken up and down the street.";

    [Fact]
    public async Task NewArticle_FoundsItsIncident_WithQuotesThatStandInTheText()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed", "AF");

        var taken = await TakeAsync(source, Title, Text, url: "https://herat.example/1");

        Assert.True(taken.IsNew);
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(taken.Incidents, [incident.Id]);
        Assert.Equal(("Explosions/Remote violence", 4, 9, "Herat"), (incident.EventType, incident.Killed.Best, incident.Injured.Best, incident.Place?.Admin1));
        var revision = Assert.Single(Assert.Single(await ArticlesAsync()).Revisions);
        Assert.All(incident.Reports[0].Claims, c => Assert.Equal(c.Quote, (c.InTitle ? revision.Title : revision.Text)[c.QuoteStart..c.QuoteEnd]));
        Assert.Equal(["Actor", "Injured", "Killed", "Kind", "Occurred", "Place"], incident.Reports[0].Claims.Select(c => c.Field.ToString()).Distinct().Where(f => f is not ("Weapon" or "Reaction")).Order());
    }

    [Fact]
    public async Task SameArticleTwice_IsOne()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");
        var first = await TakeAsync(source, Title, Text, url: "https://herat.example/1", id: "h-1");

        var second = await TakeAsync(source, Title, Text, url: "https://herat.example/1", id: "h-1");

        Assert.False(second.IsNew);
        Assert.Equal((first.ArticleId, first.Incidents[0]), (second.ArticleId, Assert.Single(second.Incidents)));
        Assert.Single(Assert.Single(await ArticlesAsync()).Revisions);
        Assert.Single(Assert.Single(await IncidentsAsync()).Reports);
    }

    [Fact]
    public async Task SameWords_UnderAnotherAddressAndIdentifier_AreOne()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");
        await TakeAsync(source, Title, Text, url: "https://herat.example/1", id: "h-1");

        Assert.False((await TakeAsync(source, Title, Text, url: "https://herat.example/moved", id: "h-2")).IsNew);
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task EditedArticle_IsANewRevision_ItsOldReportSupersededAndKept()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");
        await TakeAsync(source, Title, Text, url: "https://herat.example/1");

        var edited = await TakeAsync(source, "Car bomb kills seven in Herat", Text.Replace("Four people", "Seven people", StringComparison.Ordinal), url: "https://herat.example/1");

        Assert.True(edited.IsNew);
        Assert.Equal([1, 2], Assert.Single(await ArticlesAsync()).Revisions.Select(r => r.Number));
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(new CasualtyCount(7, 7, 7), incident.Killed);
        Assert.Equal((1, false), (incident.ReportCount, incident.HasConflict));
        Assert.Equal([true, false], incident.Reports.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => r.SupersededAt is not null));
        Assert.Contains("\"best\": 4", string.Concat(incident.Reports.SelectMany(r => r.Claims).Select(c => c.Value)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task EditThatWithdrawsTheIncident_TakesItOffTheTimeline_AndKeepsTheClaims()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");
        await TakeAsync(source, Title, Text, url: "https://herat.example/1");

        var edited = await TakeAsync(source, "Herat bank reopens", "The bank in Herat reopened its doors this week after repairs to the roof, its manager said, and customers queued from early in the morning.", url: "https://herat.example/1");

        Assert.Empty(edited.Incidents);
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((IncidentStatus.Rejected, 0), (incident.Status, incident.ReportCount));
        Assert.NotEmpty(incident.Reports[0].Claims);
    }

    [Fact]
    public async Task ArticleWithoutIncident_IsKeptAndSaysSo()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");

        await TakeAsync(source, "Saffron harvest begins", "Farmers around Herat have begun to pick saffron. The flowers are gathered before sunrise and the threads are dried the same day, a trader said.");

        Assert.Equal((ArticleOutcome.NoIncident, "It was read, and reports no incident."), (await ArticlesAsync()).Select(a => (a.Outcome, a.OutcomeReason)).Single());
        Assert.Empty(await IncidentsAsync());
    }

    [Fact]
    public async Task ForeignLanguage_IsNamed()
    {
        var source = await SourceAsync("Gazeta", "https://gazeta.example/feed");

        await TakeAsync(source, "Взрыв в Герате", "В западном афганском городе Герат в четверг взорвался автомобиль возле банка, сообщила полиция. Погибли четыре человека, девять получили ранения, сообщает агентство.");

        Assert.Equal((ArticleOutcome.OtherLanguage, "The article is in a language that is not read yet (ru)."), (await ArticlesAsync()).Select(a => (a.Outcome, a.OutcomeReason)).Single());
    }

    [Fact]
    public async Task HostileTitle_IsStoredAsTheTextThatItIs()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");
        const string hostile = "<script>alert(1)</script> Car bomb kills four in Herat'; DROP TABLE incidents;-- \u202Etxt";

        await TakeAsync(source, hostile, Text);

        Assert.Equal(hostile, Assert.Single(Assert.Single(await ArticlesAsync()).Revisions).Title);
        Assert.Single(await IncidentsAsync());
    }

    [Fact]
    public async Task EightWorkersWithOneArticle_StoreItOnce()
    {
        var source = await SourceAsync("Herat Daily", "https://herat.example/feed");

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(source, Title, Text, url: "https://herat.example/1", id: "h-1"))));

        Assert.Single(taken, t => t.IsNew);
        Assert.Single(taken.Select(t => t.ArticleId).Distinct());
        Assert.Single(Assert.Single(await IncidentsAsync()).Reports);
    }
}
