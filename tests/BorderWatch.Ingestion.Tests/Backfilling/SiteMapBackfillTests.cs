using System.IO.Compression;
using System.Net;
using System.Text;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Backfilling;

/// <summary>The past of an outlet by its site maps: what lies in the period is taken in, can be paused and broken off, and is told.</summary>
public sealed class SiteMapBackfillTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private static readonly DateOnly s_from = new(2026, 10, 1);

    private static readonly DateOnly s_to = new(2026, 10, 31);

    [Fact]
    public async Task Period_IsTakenIn_AndNothingElse()
    {
        var source = await OutletAsync();
        Page("/a", "Kandahar", "2026-10-05");
        Page("/b", "Herat", "2026-10-20");
        Page("/c", "Farah", "2026-08-01"); // changed lately, published before
        Page("/2026/09/03/d", "Ghazni", "2026-09-03");
        Outlet.Serve("/undated", Sample.Page("First", "Bomb in Zaranj", Sample.Bomb("Zaranj")));
        Outlet.Serve("/robots.txt", $"User-agent: *\nAllow: /\nSitemap: {Outlet.Url("/maps.xml")}\n", "text/plain");
        Outlet.Serve("/maps.xml", Index(("/old.xml", "2026-09-01"), ("/new.xml.gz", "2026-11-01"), ("/posts-2026-12.xml", "2026-11-02")));
        Packed("/new.xml.gz", Map(("/a", "2026-10-05"), ("/b", "2026-10-21"), ("/c", "2026-10-30"), ("/2026/09/03/d", "2026-10-30"), ("/undated", "2026-10-30"), ("/gone", "2026-10-30"), ("https://elsewhere.example/x", "2026-10-30")));

        var progress = await RunAsync(await StartAsync(source));

        Assert.Equal((BackfillState.Finished, null), (progress.Backfill.State, progress.Backfill.Note));
        Assert.Equal((2, 1, 2), (Count(progress, BackfillOutcome.Taken), Count(progress, BackfillOutcome.Outside), Count(progress, BackfillOutcome.Failed)));
        Assert.Contains(progress.Failures, f => f.Reason.StartsWith("It does not say when it was published", StringComparison.Ordinal));
        Assert.Equal([Day("2026-10-05"), Day("2026-10-20")], (await ArticlesAsync()).Select(a => a.PublishedAt!.Value));
        Assert.Equal(2, (await IncidentsAsync()).Count);
        Assert.DoesNotContain(Outlet.Requests, r => r.Target is "/old.xml" or "/posts-2026-12.xml" or "/2026/09/03/d");
    }

    [Fact]
    public async Task Paused_StopsBetweenTwoPages_AndGoesOnWithTheRest()
    {
        var source = await OutletAsync();
        var id = Guid.Empty;
        Outlet.Serve("/sitemap.xml", Map([.. Enumerable.Range(1, 6).Select(n => ($"/{n}", $"2026-10-{n:00}"))]));
        foreach (var n in Enumerable.Range(1, 6)) Page($"/{n}", $"Town {n}", $"2026-10-{n:00}");
        // An editor presses the button while the third page is on its way.
        Outlet.Serve("/3", _ => new OutletResponse
        {
            Body = Encoding.UTF8.GetBytes(Dated("Town 3", "2026-10-03")),
            ContentType = "text/html",
            Until = Commands.PauseAsync(id, Caller.Local, Stop),
        });

        id = await StartAsync(source);
        var paused = await RunAsync(id);
        Assert.Equal((BackfillState.Paused, 3, 6), (paused.Backfill.State, paused.Done, paused.Total));
        Assert.Equal("Another backfill of this source is not finished: wait, or end it first.", (await Commands.StartAsync(source.Id, s_from, s_to, Caller.Local, Stop)).Error);

        Page("/3", "Town 3", "2026-10-03");
        Assert.Null((await Commands.ResumeAsync(id, Caller.Local, Stop)).Error);
        var done = await RunAsync(id);

        Assert.Equal((BackfillState.Finished, 6, 6), (done.Backfill.State, done.Done, Count(done, BackfillOutcome.Taken)));
        Assert.Equal(6, (await ArticlesAsync()).Count);
        Assert.All(Enumerable.Range(1, 6), n => Assert.Single(Outlet.Requests, r => r.Target == $"/{n}"));
    }

    [Fact]
    public async Task BrokenOff_IsTakenUpByTheNextProcess()
    {
        var source = await OutletAsync();
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Outlet.Serve("/sitemap.xml", Map([.. Enumerable.Range(1, 4).Select(n => ($"/{n}", $"2026-10-{n:00}"))]));
        foreach (var n in Enumerable.Range(1, 4)) Page($"/{n}", $"Town {n}", $"2026-10-{n:00}");
        Outlet.Serve("/2", _ =>
        {
            killed.Cancel();
            return new OutletResponse { Status = HttpStatusCode.ServiceUnavailable };
        });
        var id = await StartAsync(source);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work.RunAsync(id, killed.Token));

        Page("/2", "Town 2", "2026-10-02");
        await Pipeline.Get<SiteMapBackfill>().RunAllAsync(Stop);

        var done = await Pipeline.Get<IBackfillQuery>().FindAsync(id, Stop);
        Assert.Equal((BackfillState.Finished, 4), (done!.Backfill.State, Count(done, BackfillOutcome.Taken)));
        Assert.Equal(4, (await ArticlesAsync()).Count);
    }

    [Fact]
    public async Task FailedPages_AreTriedAgain()
    {
        var source = await OutletAsync();
        Outlet.Serve("/sitemap.xml", Map(("/a", "2026-10-05")));
        Outlet.Serve("/a", new OutletResponse { Status = HttpStatusCode.InternalServerError });
        var id = await StartAsync(source);
        Assert.Equal(1, Count(await RunAsync(id), BackfillOutcome.Failed));

        Page("/a", "Kandahar", "2026-10-05");
        Assert.Null((await Commands.RetryAsync(id, Caller.Local, Stop)).Error);

        Assert.Equal(1, Count(await RunAsync(id), BackfillOutcome.Taken));
    }

    [Fact]
    public async Task SiteWithoutSiteMaps_SaysSo()
    {
        var progress = await RunAsync(await StartAsync(await OutletAsync()));

        Assert.Equal(BackfillState.Failed, progress.Backfill.State);
        Assert.StartsWith($"{Outlet.Address} has no site map that could be read", progress.Backfill.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-31", "2026-10-01", "The period ends before it begins: change the days.")]
    [InlineData("2026-10-31", "2027-10-01", "The period ends in the future: choose a last day that is past.")]
    [InlineData("2001-01-01", "2026-10-01", "The period is longer than 10 years: ask for a part of it.")]
    public async Task PeriodThatCannotBe_IsRefused(string from, string to, string error)
    {
        var source = await OutletAsync();
        Assert.Equal(error, (await Commands.StartAsync(source.Id, DateOnly.Parse(from, null), DateOnly.Parse(to, null), Caller.Local, Stop)).Error);
    }

    private IBackfillCommands Commands => Pipeline.Get<IBackfillCommands>();

    private IBackfillWork Work => Pipeline.Get<IBackfillWork>();

    private Task<Source> OutletAsync() => SourceAsync("First", Outlet.Url("/feed").ToString(), "AF");

    private async Task<Guid> StartAsync(Source source)
    {
        var started = await Commands.StartAsync(source.Id, s_from, s_to, Caller.Local, Stop);
        Assert.Null(started.Error);
        return started.Value;
    }

    private async Task<BackfillProgress> RunAsync(Guid id)
    {
        await Work.RunAsync(id, Stop);
        return (await Pipeline.Get<IBackfillQuery>().FindAsync(id, Stop))!;
    }

    private static int Count(BackfillProgress progress, BackfillOutcome outcome) => progress.Counts.GetValueOrDefault(outcome);

    private void Page(string path, string city, string date) => Outlet.Serve(path, Dated(city, date));

    private static string Dated(string city, string date) =>
        Sample.Page("First", $"Bomb in {city}", Sample.Bomb(city)).Replace("</head>", $"<meta property=\"article:published_time\" content=\"{date}T12:00:00Z\"></head>", StringComparison.Ordinal);

    private void Packed(string path, string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        Outlet.Serve(path, new OutletResponse { Body = bytes.ToArray(), ContentType = "application/x-gzip" });
    }

    private string Index(params (string Path, string Changed)[] maps) =>
        $"<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(maps.Select(m => $"<sitemap><loc>{Outlet.Url(m.Path)}</loc><lastmod>{m.Changed}</lastmod></sitemap>"))}</sitemapindex>";

    private string Map(params (string Path, string Changed)[] pages) =>
        $"<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(pages.Select(p => $"<url><loc>{(p.Path[0] == '/' ? Outlet.Url(p.Path) : p.Path)}</loc><lastmod>{p.Changed}</lastmod></url>"))}</urlset>";
}
