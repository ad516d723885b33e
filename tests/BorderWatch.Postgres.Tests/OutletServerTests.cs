using System.Diagnostics;
using System.Net;
using System.Text;
using BorderWatch.Testing;

namespace BorderWatch.Postgres.Tests;

public sealed class OutletServerTests : IAsyncLifetime
{
    private readonly HttpClient _reader = new(new HttpClientHandler { AllowAutoRedirect = false });
    private OutletServer _outlet = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _outlet = await OutletServer.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _outlet.DisposeAsync();
    }

    [Fact]
    public async Task Serve_AnswersAndRemembersTheRequest()
    {
        var url = _outlet.Serve("/feed.xml", "<rss/>", "application/rss+xml");
        _reader.DefaultRequestHeaders.Add("If-None-Match", "\"1\"");

        using var answer = await _reader.GetAsync($"{url}?page=2", Cancellation);

        Assert.Equal("<rss/>", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType?.ToString());
        var request = Assert.Single(_outlet.Requests);
        Assert.Equal("/feed.xml?page=2", request.Target);
        Assert.Equal("\"1\"", request.Headers["if-none-match"]);
    }

    [Fact]
    public async Task Serve_StatusHeadersAndDelay()
    {
        var url = _outlet.Serve("/busy", new OutletResponse
        {
            Status = HttpStatusCode.ServiceUnavailable,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "120" },
            Delay = TimeSpan.FromMilliseconds(150),
        });
        var waited = Stopwatch.StartNew();

        using var answer = await _reader.GetAsync(url, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(120), answer.Headers.RetryAfter?.Delta);
        Assert.True(waited.ElapsedMilliseconds >= 140, $"answered after {waited.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Serve_BreaksOffInTheMiddle()
    {
        var url = _outlet.Serve("/half", new OutletResponse { Body = Encoding.UTF8.GetBytes("one two three"), BreaksOffAfter = 3 });

        await Assert.ThrowsAsync<HttpRequestException>(() => _reader.GetStringAsync(url, Cancellation));
    }

    [Fact]
    public async Task Unknown_IsNotFound()
    {
        using var answer = await _reader.GetAsync(_outlet.Url("/nothing"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
