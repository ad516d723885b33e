using System.Diagnostics;
using BorderWatch.Store;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Cli.Tests.Database;

/// <summary>The commands that work on the store: against a server that is given, and against one of their own.</summary>
public sealed class StoreCommandTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly (string, string)[] s_settings = [("Ingestion__Fetching__AllowedNetworks__0", "127.0.0.1/32"), ("Ingestion__LookEvery", "00:00:00.2")];

    private const string Feed = """
        <rss version="2.0"><channel><title>Zaranj Post</title><item><guid isPermaLink="false">z-1</guid><title>Bomb near Zaranj</title><pubDate>Mon, 16 Nov 2026 12:00:00 GMT</pubDate>
        <description>A roadside bomb killed three soldiers and wounded five near Zaranj in Afghanistan on Monday, an officer said.</description></item></channel></rss>
        """;

    private TestDatabase? _database;
    private OutletServer? _outlet;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Stop);
        _outlet = await OutletServer.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_outlet is not null) await _outlet.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Fact]
    public async Task Demo_InAFolderOfItsOwn_TwiceIsOnce_AndLeavesNoServerBehind()
    {
        using var folder = new TemporaryFolder();

        var first = await CommandRun.RunAsync(["demo", "--data", folder.Path]);
        var second = await CommandRun.RunAsync(["demo", "--data", folder.Path]);

        Assert.True(first.Status == 0, first.Error);
        Assert.Matches(@"^The demo: (\d+) articles, \1 of them new; [1-9]\d* new incidents, [1-9]\d* more reports of known ones\.$", first.Output.Trim());
        Assert.Matches(@"^The demo: \d+ articles, 0 of them new; 0 new incidents, 0 more reports of known ones\.$", second.Output.Trim());
        Assert.False(File.Exists(folder[Path.Combine("postgres", "cluster", "postmaster.pid")]));
    }

    [Fact]
    public async Task Ingest_OfAFeedsAddress_AddsASourceAndPollsIt()
    {
        var feed = _outlet!.Serve("/feed", Feed, "application/rss+xml").AbsoluteUri;

        var first = await RunAsync("ingest", feed);
        var second = await RunAsync("ingest", feed);

        Assert.Equal((0, "Zaranj Post: 1 article, 1 of them new; 1 new incident, 0 more reports of known ones."), (first.Status, first.Output.Trim()));
        Assert.Equal((0, "Zaranj Post: 1 article, 0 of them new; 0 new incidents, 0 more reports of known ones."), (second.Status, second.Output.Trim()));
        await using var db = await OpenAsync();
        Assert.True((await db.Sources.SingleAsync(s => s.FeedUrl == feed, Stop)).IsEnabled);
    }

    [Fact]
    public async Task Reprocess_ShowsWhatIsOtherwise_ThenAppliesIt()
    {
        await RunAsync("ingest", _outlet!.Serve("/feed", Feed, "application/rss+xml").AbsoluteUri);
        await using var db = await OpenAsync();
        // As an older extractor might have read it.
        await db.Claims.Where(c => c.Field == Store.Incidents.ClaimField.Injured).ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, """{"is":"casualties","low":2,"best":2,"high":2}"""), Stop);

        var shown = await RunAsync("reprocess", "--source", "Zaranj Post");
        var applied = await RunAsync("reprocess", "--from", "2026-11-16", "--to", "2026-11-16", "--apply");
        var wrong = await RunAsync("reprocess", "--from", "yesterday");

        Assert.Equal(0, shown.Status);
        Assert.Equal("Zaranj Post: Bomb near Zaranj", shown.Lines[0]);
        Assert.StartsWith("  ~ ", shown.Lines[1], StringComparison.Ordinal);
        Assert.Equal("      injured: 2 → 5", shown.Lines[2]);
        Assert.Equal("1 articles, 1 differ: 0 incidents appear, 0 vanish, 1 change. Nothing is changed; --apply changes it.", shown.Lines[3]);
        Assert.Equal("1 articles, 1 differ: 0 incidents appear, 0 vanish, 1 change. The store is changed.", applied.Lines[^1]);
        Assert.Equal(2, await db.Reports.CountAsync(Stop));
        Assert.Equal((1, "Write days as 2026-11-24."), (wrong.Status, wrong.Error.Trim()));
    }

    [Fact]
    public async Task Ingest_OfAFileAndOfStandardInput_IsOneArticle()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["zaranj.xml"], Feed, Stop);

        var file = await RunAsync("ingest", folder["zaranj.xml"]);
        var input = await CommandRun.RunAsync(["ingest", "-"], Feed, _database!.ConnectionString, s_settings);

        Assert.Equal("Zaranj Post: 1 article, 1 of them new; 1 new incident, 0 more reports of known ones.", file.Output.Trim());
        Assert.Equal("Zaranj Post: 1 article, 0 of them new; 0 new incidents, 0 more reports of known ones.", input.Output.Trim());
        await using var db = await OpenAsync();
        Assert.False((await db.Sources.SingleAsync(s => s.Name == "Zaranj Post", Stop)).IsEnabled);
    }

    [Fact]
    public async Task Ingest_OfAnArticlesPage_PrintsWhatItReports()
    {
        var page = _outlet!.Serve("/2026/11/16/bomb", """
            <html><head><meta property="og:site_name" content="Zaranj Post"></head><body><article><h1>Bomb near Zaranj</h1>
            <p>A roadside bomb killed three soldiers and wounded five near Zaranj in Afghanistan on Monday, an officer said. The road to the border was closed until the evening.</p>
            <p>Lorries waited in a queue that was four kilometres long, and drivers lit fires against the cold while they waited for the road to be opened again.</p></article></body></html>
            """).AbsoluteUri;

        var run = await RunAsync("ingest", page);

        Assert.True(run.Status == 0, run.Error);
        Assert.Equal($"{page}: a new article, 1 incidents, 1 of them new.", run.Lines[0]);
        Assert.StartsWith("  Explosions/Remote violence: ", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_OfAHomePage_NamesItsFeeds()
    {
        var feed = _outlet!.Serve("/rss.xml", Feed, "application/rss+xml").AbsoluteUri;
        var home = _outlet.Serve("/", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss.xml\"></head><body></body></html>").AbsoluteUri;

        var run = await RunAsync("ingest", home);

        Assert.Equal((1, $"{home}: This page is no article. It names feeds: {feed}"), (run.Status, run.Error.Trim()));
    }

    [Fact]
    public async Task Ingest_OfWhatCannotBeHad_SaysSo_AndGoesOn()
    {
        var feed = _outlet!.Serve("/feed", Feed, "application/rss+xml").AbsoluteUri;

        var run = await RunAsync("ingest", "nowhere.xml", $"{_outlet.Address}/gone", feed);

        Assert.Equal(1, run.Status);
        Assert.Contains("nowhere.xml: There is no such file", run.Error, StringComparison.Ordinal);
        Assert.Contains("/gone: The server answered 404 Not Found: check the address.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("Zaranj Post: 1 article", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_PollsWhatIsDue_UntilItIsTold()
    {
        var feed = _outlet!.Serve("/feed", Feed, "application/rss+xml").AbsoluteUri;
        await RunAsync("ingest", "--outlet", "Zaranj Post", feed);
        await using (var db = await OpenAsync()) await db.Sources.Where(s => s.FeedUrl == feed).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastPolledAt, (DateTimeOffset?)null), Stop);
        var asked = _outlet.Requests.Count;
        using var worker = CommandRun.Start(["worker"], _database!.ConnectionString, s_settings);
        for (var waited = Stopwatch.StartNew(); _outlet.Requests.Count == asked && waited.Elapsed < TimeSpan.FromSeconds(60);) await Task.Delay(50, Stop);

        using (var kill = Process.Start("kill", ["-TERM", $"{worker.Id}"])) await kill.WaitForExitAsync(Stop);
        var output = await worker.StandardOutput.ReadToEndAsync(Stop);
        await worker.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop);

        Assert.Equal(asked + 1, _outlet.Requests.Count);
        Assert.Equal((0, true), (worker.ExitCode, output.Contains("The worker has stopped.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Outlets_AreSwitchedOn_AndGoIntoTheListOfFeeds()
    {
        var outlets = await RunAsync("outlets", "--on", "Dawn");
        var unknown = await RunAsync("outlets", "--on", "Nowhere News");
        var opml = await RunAsync("opml");

        Assert.Equal(0, outlets.Status);
        Assert.Equal(["on  PK  en  newspaper    Dawn  https://www.dawn.com/feeds/home"], outlets.Lines.Where(l => l.StartsWith("on", StringComparison.Ordinal)));
        Assert.Equal((1, "The catalogue has no outlet called \"Nowhere News\"."), (unknown.Status, unknown.Error.Trim()));
        Assert.Contains("xmlUrl=\"https://www.dawn.com/feeds/home\"", opml.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opml_OfAFile_IsTakenOver()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["list.opml"], "<opml version=\"2.0\"><body><outline text=\"Zaranj Post\" xmlUrl=\"https://zaranj.example/feed\"/></body></opml>", Stop);

        var run = await RunAsync("opml", "--import", folder["list.opml"]);

        Assert.Equal((0, "1 sources added, 0 were here already, 0 refused."), (run.Status, run.Output.Trim()));
    }

    [Fact]
    public async Task Migrate_MakesTheDatabaseReady()
    {
        await using var empty = await postgres.CreateEmptyDatabaseAsync(Stop);

        var run = await CommandRun.RunAsync(["migrate"], "", empty.ConnectionString);

        Assert.Equal((0, "The database is ready."), (run.Status, run.Output.Trim()));
    }

    [Fact]
    public async Task DataFolderThatCannotBe_IsTold()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "", Stop);

        var run = await CommandRun.RunAsync(["demo", "--data", folder["file"]]);

        Assert.Equal(1, run.Status);
        Assert.Contains(folder["file"], run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NamesTheRowThatSomebodyHasBeenAt()
    {
        var feed = _outlet!.Serve("/feed", Feed, "application/rss+xml").AbsoluteUri;
        await RunAsync("ingest", feed);
        var before = await RunAsync("verify");
        await using (var db = await OpenAsync()) await db.Database.ExecuteSqlRawAsync("UPDATE revisions SET \"by\" = 'somebody else' WHERE action LIKE 'created from%'", Stop);

        var after = await RunAsync("verify");

        Assert.Equal(0, before.Status);
        Assert.StartsWith("The history holds: ", before.Output, StringComparison.Ordinal);
        Assert.Equal(1, after.Status);
        Assert.Contains("created from a report of Zaranj Post, by somebody else", after.Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.RunAsync(arguments, "", _database!.ConnectionString, s_settings);

    private async Task<BorderWatchDbContext> OpenAsync()
    {
        var services = new ServiceCollection().AddStore(_database!.ConnectionString).BuildServiceProvider();
        return await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
    }
}
