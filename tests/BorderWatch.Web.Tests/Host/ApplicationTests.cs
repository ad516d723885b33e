using System.Net;
using BorderWatch.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace BorderWatch.Web.Tests.Host;

public sealed class ApplicationTests(ServedApplication served) : IClassFixture<ServedApplication>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_Answer_WithTitlesAsText_AndWithoutForeignAddresses()
    {
        foreach (var path in (string[])["/", "/?last=30&type=Battles", "/sources", $"/incidents/{served.Incident}"])
        {
            using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
            var page = await answer.Content.ReadAsStringAsync(Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
            Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
        Assert.Contains("&lt;script&gt;alert", await served.Http.GetStringAsync(new Uri($"/incidents/{served.Incident}", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfThePages_AreServed()
    {
        foreach (var path in (string[])["/css/shell.css", "/js/shell.js", "/_framework/blazor.web.js", "/_content/MudBlazor/MudBlazor.min.css", "/BorderWatch.Web.styles.css"])
        {
            using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Health_IsWell() => Assert.Equal("Healthy", await served.Http.GetStringAsync(new Uri("/health", UriKind.Relative), Stop));

    [Fact]
    public async Task UnknownAddress_SaysSo()
    {
        using var answer = await served.Http.GetAsync(new Uri("/no-such-page", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no page at this address", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { Host = "evil.example" } };
        using var answer = await served.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
