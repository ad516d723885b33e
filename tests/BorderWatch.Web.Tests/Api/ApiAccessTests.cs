using System.Net;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tests.Accounts;

namespace BorderWatch.Web.Tests.Api;

public sealed class ApiAccessTests(GuardedApplication application) : IClassFixture<GuardedApplication>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/incidents")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/export/incidents.csv")]
    [InlineData("/openapi/v1.json")]
    public async Task WithoutAccount_IsRefusedInWords(string path)
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await visitor.GoAsync(path, Stop);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Sign in", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_Reads_AndDoesNotExport()
    {
        await application.AddAsync("vera", Role.Viewer);
        using var visitor = new Visitor(application.Address);
        (await visitor.SendAsync("/sign-in", "sign-in", [("Email", "vera@desk.example"), ("Password", GuardedApplication.Password)], Stop)).Dispose();

        using var reads = await visitor.GoAsync("/api/v1/incidents", Stop);
        using var exports = await visitor.GoAsync("/export/incidents.csv", Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (reads.StatusCode, exports.StatusCode));
        Assert.Contains("the permission Export", await exports.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
