using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Tests.Accounts;
using BorderWatch.Web.Tests.Host;

namespace BorderWatch.Web.Tests.Api;

/// <summary>Tokens that are not taken are counted by network address.</summary>
public sealed class RefusedTokenTests(GuardedApplication application) : IClassFixture<GuardedApplication>
{
    private static readonly string s_wrong = "bwt_" + new string('A', 43);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/incidents", "--Accounts:AnonymousReading=false")]
    [InlineData("/export/incidents.csv", "--Accounts:AnonymousReading=false")]
    [InlineData("/api/v1/incidents", "--Accounts:AnonymousReading=true")]
    public async Task BeyondTheLimit_NoneIsLookedAtButThoseThatWereTakenBefore(string path, string reading)
    {
        await using var site = await RunningApplication.StartAsync(application.ConnectionString, Stop, "--Api:RefusedTokensPerMinute=3", reading);
        var name = $"n{Guid.NewGuid():N}"[..12];
        var caller = new Caller(await application.AddAsync(name, Role.Analyst), name, RolePermissions.Of(Role.Analyst));
        var (known, unseen) = (await MakeAsync("known", caller), await MakeAsync("unseen", caller));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, path, known)).Status);

        foreach (var wrong in (string[])[s_wrong, "nonsense", s_wrong]) Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, path, wrong)).Status);

        foreach (var next in (string[])[s_wrong, "nonsense", unseen])
        {
            var (status, wait, detail) = await AskAsync(site, path, next);
            Assert.Equal(HttpStatusCode.TooManyRequests, status);
            Assert.InRange(wait ?? 0, 1, 60);
            Assert.Equal($"Too many tokens from this network address were not taken. Ask again in {wait} seconds, with a token that is right.", detail);
        }
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site, path, known)).Status);

        // Taken before is not taken for good.
        var id = (await application.Get<IOwnTokens>().ListAsync(caller, Stop)).Single(token => token.Name == "known").Id;
        Assert.Null((await application.Get<IOwnTokens>().RevokeAsync(id, caller, Stop)).Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, path, known)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(site, path, known)).Status);
    }

    [Fact]
    public async Task PagesOfPeople_AreNotTouched()
    {
        await using var site = await RunningApplication.StartAsync(application.ConnectionString, Stop, "--Api:RefusedTokensPerMinute=1");
        for (var n = 0; n < 4; n++) await AskAsync(site, "/api/v1/incidents", s_wrong);

        using var visitor = new Visitor(site.Http.BaseAddress!);
        using var signedIn = await visitor.SendAsync("/sign-in", "sign-in", [("Email", "rosa@desk.example"), ("Password", GuardedApplication.Password)], Stop);
        using var reads = await visitor.GoAsync("/api/v1/incidents", Stop);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (signedIn.StatusCode, reads.StatusCode));
    }

    private async Task<string> MakeAsync(string name, Caller caller)
    {
        var made = await application.Get<IOwnTokens>().MakeAsync(new TokenDraft(name, TokenScopes.Read | TokenScopes.Export, null), GuardedApplication.Password, caller, Stop);
        Assert.Null(made.Error);
        return made.Value!;
    }

    private static async Task<(HttpStatusCode Status, double? Wait, string? Detail)> AskAsync(RunningApplication site, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Http.SendAsync(request, Stop);
        if (answer.IsSuccessStatusCode) return (answer.StatusCode, null, null);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return (answer.StatusCode, answer.Headers.RetryAfter?.Delta?.TotalSeconds, problem.RootElement.GetProperty("detail").GetString());
    }
}
