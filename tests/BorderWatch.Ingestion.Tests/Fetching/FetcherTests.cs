using System.IO.Compression;
using System.Net;
using System.Text;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Fetching;

/// <summary>What comes, and what is said of a server that does not behave.</summary>
public sealed class FetcherTests : FetcherTest
{
    [Fact]
    public async Task Page_ComesWithItsValidators()
    {
        var url = Outlet.Serve("/feed", new OutletResponse
        {
            Body = "hello"u8.ToArray(),
            ContentType = "application/rss+xml",
            Headers = new Dictionary<string, string> { ["ETag"] = "\"v1\"", ["Last-Modified"] = "Fri, 06 Nov 2026 09:30:00 GMT" },
        });

        var fetched = await FetchesAsync(url.AbsoluteUri);

        Assert.Equal("hello", Encoding.UTF8.GetString(fetched.Body));
        Assert.Equal(("application/rss+xml", url.AbsoluteUri, "\"v1\"", "Fri, 06 Nov 2026 09:30:00 GMT"), (fetched.ContentType, fetched.Address, fetched.ETag, fetched.LastModified));
    }

    [Fact]
    public async Task Validators_AreSentBack_AndNotModifiedIsUnderstood()
    {
        var url = Outlet.Serve("/feed", request => new OutletResponse { Status = request.Headers["If-None-Match"] == "\"v1\"" ? HttpStatusCode.NotModified : HttpStatusCode.OK });

        Assert.IsType<FetchResult.NotModified>(await Fetcher().FetchAsync(url.AbsoluteUri, "\"v1\"", "Fri, 06 Nov 2026 09:30:00 GMT", Stop));
        Assert.Equal("Fri, 06 Nov 2026 09:30:00 GMT", Outlet.Requests[0].Headers["If-Modified-Since"]);
    }

    [Fact]
    public async Task UserAgent_NamesTheProgramAndWhomToAsk()
    {
        var url = Outlet.Serve("/", "x");
        await FetchesAsync(url.AbsoluteUri, o => o.Contact = "desk@watch.example");

        Assert.Matches(@"^BorderWatch/[\d.]+ \(\+desk@watch\.example\)$", Outlet.Requests[0].Headers["User-Agent"]);
        Assert.False(Outlet.Requests[0].Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task CompressedBody_IsUnpacked(string encoding)
    {
        var url = Outlet.Serve("/packed", Packed(encoding, Encoding.UTF8.GetBytes("packed words")));

        Assert.Equal("packed words", Encoding.UTF8.GetString((await FetchesAsync(url.AbsoluteUri)).Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Bomb_IsGivenUpAtTheLimit(string encoding)
    {
        var url = Outlet.Serve("/bomb", Packed(encoding, new byte[50_000_000]));
        var before = GC.GetTotalAllocatedBytes();

        Assert.StartsWith("The answer is larger than 1 MB", (await FailsAsync(url.AbsoluteUri, o => o.MostBytes = 1024 * 1024)).Error, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task BodyThatIsTooLong_IsGivenUp()
    {
        var url = Outlet.Serve("/long", new OutletResponse { Body = new byte[2048] });

        Assert.StartsWith("The answer is larger than", (await FailsAsync(url.AbsoluteUri, o => o.MostBytes = 1024)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedCompression_IsTold()
    {
        var url = Outlet.Serve("/damaged", Packed("gzip", []) with { Body = [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF] });

        Assert.StartsWith("The answer is damaged", (await FailsAsync(url.AbsoluteUri)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlowServer_IsGivenUpAtTheLimit()
    {
        var url = Outlet.Serve("/slow", new OutletResponse { Delay = TimeSpan.FromSeconds(30) });

        var failed = await FailsAsync(url.AbsoluteUri, o => o.TimeLimit = TimeSpan.FromMilliseconds(200));

        Assert.StartsWith("The server did not answer within", failed.Error, StringComparison.Ordinal);
        Assert.True(failed.MayPass);
    }

    [Fact]
    public async Task AnswerThatBreaksOff_IsTold()
    {
        var url = Outlet.Serve("/broken", new OutletResponse { Body = new byte[1000], BreaksOffAfter = 100 });

        var failed = await FailsAsync(url.AbsoluteUri);

        Assert.Contains("broke off", failed.Error, StringComparison.Ordinal);
        Assert.True(failed.MayPass);
    }

    [Theory]
    [InlineData(404, "check the address", false)]
    [InlineData(403, "does not let us in", false)]
    [InlineData(429, "asks to be left alone", true)]
    [InlineData(500, "the fault is the outlet's", true)]
    [InlineData(503, "the fault is the outlet's", true)]
    public async Task Status_IsTold(int status, string says, bool mayPass)
    {
        var url = Outlet.Serve("/status", new OutletResponse { Status = (HttpStatusCode)status });

        var failed = await FailsAsync(url.AbsoluteUri);

        Assert.StartsWith($"The server answered {status}", failed.Error, StringComparison.Ordinal);
        Assert.Contains(says, failed.Error, StringComparison.Ordinal);
        Assert.Equal(mayPass, failed.MayPass);
    }

    [Fact]
    public async Task ServersFault_IsTriedAgain()
    {
        var asked = 0;
        var url = Outlet.Serve("/moody", _ => new OutletResponse { Status = ++asked == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK, Body = "ok"u8.ToArray() });

        await FetchesAsync(url.AbsoluteUri, o => o.Retries = 1);

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task RetryAfter_ThatIsTooLong_LeavesTheServerAlone()
    {
        var asked = 0;
        var url = Outlet.Serve("/busy", _ => { asked++; return new OutletResponse { Status = HttpStatusCode.TooManyRequests, Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } }; });

        var failed = await FailsAsync(url.AbsoluteUri, o => o.Retries = 3);

        Assert.Equal(TimeSpan.FromHours(1), failed.RetryAfter);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Cancellation_IsTheCallersAndThrows()
    {
        var url = Outlet.Serve("/slow", new OutletResponse { Delay = TimeSpan.FromSeconds(30) });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher().FetchAsync(url.AbsoluteUri, null, null, stop.Token));
    }

    [Fact]
    public async Task ServerThatIsNotThere_IsTold() =>
        Assert.Contains("does not answer", (await FailsAsync("http://127.0.0.1:1/feed")).Error, StringComparison.Ordinal);

    private static OutletResponse Packed(string encoding, byte[] body)
    {
        var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        }) packing.Write(body);
        return new OutletResponse { Body = packed.ToArray(), Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding } };
    }
}
