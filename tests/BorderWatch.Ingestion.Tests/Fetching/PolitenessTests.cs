using System.Collections.Concurrent;
using System.Net;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Testing;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Fetching;

/// <summary>What an outlet may expect of us.</summary>
public sealed class PolitenessTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private readonly FetchingOptions _options = new() { AllowedNetworks = ["127.0.0.1/32"], Retries = 0, HostDelay = TimeSpan.Zero };
    private readonly StandingClock _clock = new(Pipeline.Start);

    [Fact]
    public async Task Host_GetsOneRequestAtATime_WithAPauseBetween()
    {
        var times = new ConcurrentQueue<long>();
        var url = Outlet.Serve("/page", _ =>
        {
            times.Enqueue(Environment.TickCount64);
            return new OutletResponse { Delay = TimeSpan.FromMilliseconds(100) };
        }).AbsoluteUri;
        _options.HostDelay = TimeSpan.FromMilliseconds(200);
        using var door = new OutgoingHttp(Options.Create(_options));
        var fetcher = new Fetcher(door, new HostPace(_options, TimeProvider.System), Options.Create(_options), TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fetcher.FetchAsync(url, null, null, Stop)));

        Assert.Equal(4, times.Count);
        Assert.All(times.Zip(times.Skip(1)), t => Assert.InRange(t.Second - t.First, 290, 5000));
    }

    [Fact]
    public async Task HostThatAsksForRest_IsLeftAlone_UntilItIsOver()
    {
        var asked = 0;
        var url = Outlet.Serve("/busy", _ => { asked++; return new OutletResponse { Status = HttpStatusCode.ServiceUnavailable, Headers = new Dictionary<string, string> { ["Retry-After"] = "600" } }; }).AbsoluteUri;
        using var door = new OutgoingHttp(Options.Create(_options));
        var fetcher = Fetcher(door);

        await fetcher.FetchAsync(url, null, null, Stop);
        var second = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(Outlet.Url("/other").AbsoluteUri, null, null, Stop));
        Assert.Equal(("“127.0.0.1” has asked to be left alone; it is asked again in 10 minutes.", 1, 1), (second.Error, asked, Outlet.Requests.Count));

        _clock.Shows += TimeSpan.FromMinutes(11);
        await fetcher.FetchAsync(url, null, null, Stop);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task HostThatIsDown_IsNotAskedAHundredTimes()
    {
        using var door = new OutgoingHttp(Options.Create(_options));
        var fetcher = Fetcher(door);

        var errors = new List<string>();
        for (var n = 0; n < 6; n++) errors.Add(Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync("http://127.0.0.1:1/", null, null, Stop)).Error);

        Assert.Equal(4, errors.Count(e => e.Contains("does not answer", StringComparison.Ordinal)));
        Assert.Equal(2, errors.Count(e => e.Contains("has not answered for some time", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Page_ThatRobotsForbid_IsNotFetched_AndItsTeaserIsTaken()
    {
        Outlet.Serve("/robots.txt", "User-agent: *\nDisallow: /premium/\n", "text/plain");
        Outlet.Serve("/premium/1", Sample.Page("Kunar Post", "Bomb in Asadabad", Sample.Bomb("Asadabad")));
        Outlet.Serve("/free/2", Sample.Page("Kunar Post", "Bomb in Gardez", Sample.Bomb("Gardez")));
        var feed = Outlet.Serve("/premium/feed", "<rss version=\"2.0\"><channel>" + Teaser("premium/1", "Asadabad") + Teaser("free/2", "Gardez") + "</channel></rss>");

        await PollAsync(await SourceAsync("Kunar Post", feed.AbsoluteUri));

        Assert.Equal(["/premium/feed", "/robots.txt", "/free/2"], Outlet.Requests.Select(r => r.Target));
        Assert.Equal([false, true], (await ArticlesAsync()).OrderBy(a => a.CanonicalUrl!.Contains("free", StringComparison.Ordinal)).Select(a => a.Revisions[0].Text.Length > 300));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    public async Task RobotsThatCannotBeHad_ForbidOnlyWhereTheServerFails(int status, bool fetched)
    {
        Outlet.Serve("/robots.txt", new OutletResponse { Status = (HttpStatusCode)status });
        Outlet.Serve("/free/2", Sample.Page("Kunar Post", "Bomb in Gardez", Sample.Bomb("Gardez")));
        var feed = Outlet.Serve("/feed", "<rss version=\"2.0\"><channel>" + Teaser("free/2", "Gardez") + "</channel></rss>");

        await PollAsync(await SourceAsync("Kunar Post", feed.AbsoluteUri));

        Assert.Equal(fetched, Outlet.Requests.Any(r => r.Target == "/free/2"));
    }

    [Fact]
    public async Task Proxy_IsAskedForEverything_ExceptWhatIsPrivate()
    {
        Outlet.Serve("/feed", "through the proxy");
        _options.Proxy = Outlet.Address;
        _options.AllowedNetworks = ["203.0.113.7/32"];
        using var door = new OutgoingHttp(Options.Create(_options));

        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetcher(door).FetchAsync("http://203.0.113.7/feed", null, null, Stop));
        var refused = Assert.IsType<FetchResult.Failed>(await Fetcher(door).FetchAsync("http://10.0.0.1/feed", null, null, Stop));

        Assert.Equal("through the proxy", System.Text.Encoding.UTF8.GetString(fetched.Body));
        Assert.Contains("is not a public address", refused.Error, StringComparison.Ordinal);
        Assert.Equal("203.0.113.7", Assert.Single(Outlet.Requests).Headers["Host"]);
    }

    private Fetcher Fetcher(OutgoingHttp door) => new(door, new HostPace(_options, _clock), Options.Create(_options), _clock);

    private string Teaser(string path, string city) => $"<item><title>Bomb in {city}</title><link>{Outlet.Address}/{path}</link><description>A bomb killed four people in {city} in Afghanistan on Tuesday.</description></item>";
}
