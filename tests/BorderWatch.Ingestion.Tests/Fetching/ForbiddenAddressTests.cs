using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Fetching;

/// <summary>What a pasted address or a redirect must not reach.</summary>
public sealed class ForbiddenAddressTests : FetcherTest
{
    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://outlet.example/feed")]
    [InlineData("gopher://outlet.example/")]
    [InlineData("/etc/passwd")]
    [InlineData("outlet.example/feed")]
    [InlineData("")]
    public async Task OtherSchemes_AreRefused(string address) =>
        Assert.Equal("The address must begin with http:// or https://.", (await FailsAsync(address)).Error);

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("[::1]")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[fd00::1]")]
    [InlineData("[::ffff:10.0.0.1]")]
    [InlineData("0x7f000002")]
    public async Task PrivateAddresses_AreRefused(string host) =>
        Assert.Contains("is not a public address", (await FailsAsync($"http://{host}:9/")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Loopback_IsRefusedUnlessAllowed()
    {
        var url = Outlet.Serve("/feed", "secret");

        Assert.Contains("is not a public address", (await FailsAsync(url.AbsoluteUri, o => o.AllowedNetworks = [])).Error, StringComparison.Ordinal);
        Assert.Empty(Outlet.Requests);
    }

    [Fact]
    public async Task NameThatResolvesInward_IsRefused()
    {
        var url = Outlet.Serve("/feed", "secret");

        Assert.Contains("is not a public address", (await FailsAsync($"http://localhost:{url.Port}/feed", o => o.AllowedNetworks = [])).Error, StringComparison.Ordinal);
        Assert.Empty(Outlet.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.2:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]:9/")]
    public async Task RedirectInward_IsRefused(string target)
    {
        var url = Outlet.Serve("/away", OutletResponse.Redirect(target));

        Assert.Contains("is not a public address", (await FailsAsync(url.AbsoluteUri)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://outlet.example/")]
    public async Task RedirectToAnotherScheme_IsRefused(string target)
    {
        var url = Outlet.Serve("/away", OutletResponse.Redirect(target));

        Assert.EndsWith("address, which is not fetched.", (await FailsAsync(url.AbsoluteUri)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_AreFollowedToWhereTheyEnd()
    {
        var end = Outlet.Serve("/end", "here");
        Outlet.Serve("/middle", OutletResponse.Redirect("end"));
        var start = Outlet.Serve("/start", OutletResponse.Redirect("/middle"));

        Assert.Equal(end.AbsoluteUri, (await FetchesAsync(start.AbsoluteUri)).Address);
    }

    [Fact]
    public async Task RedirectLoop_Ends()
    {
        var url = Outlet.Serve("/loop", OutletResponse.Redirect("/loop"));

        Assert.Contains("more than 3 times", (await FailsAsync(url.AbsoluteUri, o => o.MostRedirects = 3)).Error, StringComparison.Ordinal);
        Assert.Equal(4, Outlet.Requests.Count);
    }

    [Fact]
    public async Task RedirectWithoutAddress_IsTold()
    {
        var url = Outlet.Serve("/nowhere", new OutletResponse { Status = System.Net.HttpStatusCode.Found });

        Assert.Contains("without naming it", (await FailsAsync(url.AbsoluteUri)).Error, StringComparison.Ordinal);
    }
}
