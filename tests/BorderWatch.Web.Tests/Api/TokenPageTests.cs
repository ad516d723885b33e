using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Tests.Accounts;
using BorderWatch.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Web.Tests.Api;

public sealed partial class TokenPageTests(GuardedApplication application) : IClassFixture<GuardedApplication>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_MakesAToken_ThatWorks_IsShownOnce_AndIsRevoked()
    {
        await application.AddAsync("ana", Role.Analyst);
        using var visitor = await SignedInAsync("ana");

        var page = await SendAsync(visitor, "token", ("TokenName", "<b>Nightly</b>"), ("ForRead", "true"), ("Days", "30"), ("TokenPassword", GuardedApplication.Password));
        var secret = Secret().Match(page).Value;
        using var program = new HttpClient { BaseAddress = application.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop)).StatusCode);
        Assert.Contains("&lt;b&gt;Nightly&lt;/b&gt;", page, StringComparison.Ordinal);
        var again = await PageAsync(visitor);
        Assert.DoesNotContain(secret, again, StringComparison.Ordinal);
        Assert.Contains("last used just now", again, StringComparison.Ordinal);

        var revoked = await SendAsync(visitor, Revoke().Match(again).Value);
        Assert.Contains("You have none", revoked, StringComparison.Ordinal);
        using var refused = await program.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("was revoked", (await refused.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a wrong password", "90", "That is not the password")]
    [InlineData(GuardedApplication.Password, "-3", "good for 1 to 3660 days")]
    [InlineData(GuardedApplication.Password, "", "good for 1 to 3660 days")]
    public async Task Form_SaysWhatIsWrong(string password, string days, string sentence)
    {
        var name = $"v{Guid.NewGuid():N}"[..12];
        await application.AddAsync(name, Role.Viewer);
        using var visitor = await SignedInAsync(name);

        var page = await SendAsync(visitor, "token", ("TokenName", "x"), ("ForRead", "true"), ("Days", days), ("TokenPassword", password));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Secret(), page);
        Assert.DoesNotContain("name=\"ForRule\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_IsTheTokens_AndSaysWhenToComeAgain()
    {
        await using var slow = await RunningApplication.StartAsync(application.ConnectionString, Stop, "--Api:RequestsPerMinute=3");
        var (first, second) = (await ProgramAsync("first", slow.Http.BaseAddress!), await ProgramAsync("second", slow.Http.BaseAddress!));

        List<HttpStatusCode> answers = [];
        for (var n = 0; n < 3; n++) answers.Add((await first.GetAsync(new Uri("/export/incidents.csv", UriKind.Relative), Stop)).StatusCode);
        using var tooMany = await first.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);
        using var other = await second.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (tooMany.StatusCode, tooMany.Content.Headers.ContentType?.MediaType));
        Assert.InRange(tooMany.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Contains("Ask again in", (await tooMany.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task BadToken_IsRefused_EvenWhereAnybodyMayRead()
    {
        await using var open = await RunningApplication.StartAsync(application.ConnectionString, Stop, "--Accounts:AnonymousReading=true");
        using var nobody = await open.Http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);
        open.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "bwt_no");
        using var bad = await open.Http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);
        open.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "cHJveHk6cHJveHk=");
        using var proxy = await open.Http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (nobody.StatusCode, bad.StatusCode, proxy.StatusCode));
    }

    [Theory]
    [InlineData("{\"seen\": \"Unreviewed\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"seen\": \"Unreviewed\", \"to\": 99}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("seen=Unreviewed&to=Confirmed", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"seen\": \"Unreviewed\", \"to\": \"Confirmed\"}", "application/json", HttpStatusCode.Conflict)]
    public async Task Review_ReadsStrictly(string body, string type, HttpStatusCode status)
    {
        using var program = await ProgramAsync($"r{Guid.NewGuid():N}", application.Address, TokenScopes.Rule | TokenScopes.Read);
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse(type));
        using var answer = await program.PostAsync(new Uri("/api/v1/incidents/00000000-0000-7000-8000-000000000000/review", UriKind.Relative), content, Stop);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Review_IsTheOwnersRuling_UnderTheTokensName()
    {
        await using var db = await application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
        var incident = new Incident { Title = "A clash", EventType = "Battles", SubEventType = "Armed clash", TimelineDate = new DateOnly(2026, 11, 20) };
        db.Add(incident);
        await db.SaveChangesAsync(Stop);
        using var program = await ProgramAsync("ruler", application.Address, TokenScopes.Rule | TokenScopes.Read);

        var listed = await ApiExample.IncidentsAsync(program, "last=3660").ToListAsync(Stop);
        await ApiExample.ConfirmAsync(program, incident.Id);
        using var tagged = await program.PostAsJsonAsync(new Uri($"/api/v1/incidents/{incident.Id}/tags", UriKind.Relative), new { tag = "border closed" }, Stop);
        using var stale = await program.PostAsJsonAsync(new Uri($"/api/v1/incidents/{incident.Id}/review", UriKind.Relative), new { seen = "Unreviewed", to = "Rejected", because = "Unverified" }, Stop);

        Assert.Contains(incident.Id, listed.Select(row => row.Id));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (tagged.StatusCode, stale.StatusCode));
        var detail = await application.Get<IIncidentQuery>().FindAsync(incident.Id, Stop);
        Assert.Equal((IncidentStatus.Confirmed, "border closed"), (detail!.Incident.Status, detail.Tags.Single()));
        Assert.Contains("ruler, by token “ruler”", detail.History.Select(revision => revision.By));
    }

    private async Task<HttpClient> ProgramAsync(string name, Uri site, TokenScopes scopes = TokenScopes.Read | TokenScopes.Export)
    {
        name = name[..Math.Min(name.Length, 20)];
        var account = await application.AddAsync(name, Role.Editor);
        var made = await application.Get<IOwnTokens>().MakeAsync(new(name, scopes, null), GuardedApplication.Password, new Caller(account, name, RolePermissions.Of(Role.Editor)), Stop);
        return ApiExample.Open(site, made.Value!);
    }

    private async Task<Visitor> SignedInAsync(string name)
    {
        var visitor = new Visitor(application.Address);
        (await visitor.SendAsync("/sign-in", "sign-in", [("Email", $"{name}@desk.example"), ("Password", GuardedApplication.Password)], Stop)).Dispose();
        return visitor;
    }

    private static async Task<string> SendAsync(Visitor visitor, string form, params (string, string)[] fields)
    {
        using var answer = await visitor.SendAsync("/account", form, fields, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> PageAsync(Visitor visitor)
    {
        using var answer = await visitor.GoAsync("/account", Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    [GeneratedRegex("bwt_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();

    [GeneratedRegex("revoke-[0-9a-f]{32}")]
    private static partial Regex Revoke();
}
