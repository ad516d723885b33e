using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Tests.Accounts;

namespace BorderWatch.Web.Tests.Api;

/// <summary>Every address for programs, by every role, with a token of every choice of scopes: answered where both allow it, else refused in words.</summary>
public sealed class TokenAuthorityTests(GuardedApplication application) : IClassFixture<GuardedApplication>
{
    private const string Unknown = "00000000-0000-7000-8000-000000000000";

    private static readonly (string Method, string Path, Permission Needed)[] s_addresses =
    [
        ("GET", "/api/v1/incidents", Permission.Read),
        ("GET", "/api/v1/incidents/count", Permission.Read),
        ("GET", "/api/v1/incidents/{id}", Permission.Read),
        ("GET", "/api/v1/actors", Permission.Read),
        ("GET", "/api/v1/actors/{id}", Permission.Read),
        ("GET", "/api/v1/places", Permission.Read),
        ("GET", "/api/v1/regions", Permission.Read),
        ("GET", "/api/v1/sources", Permission.Read),
        ("POST", "/api/v1/incidents/{id}/review", Permission.RuleOnIncidents),
        ("POST", "/api/v1/incidents/{id}/tags", Permission.RuleOnIncidents),
        ("POST", "/api/v1/incidents/{id}/tags/off", Permission.RuleOnIncidents),
        ("GET", "/openapi/v1.json", Permission.Read),
        ("GET", "/export/incidents.csv", Permission.Export),
        ("GET", "/export/incidents.xlsx", Permission.Export),
        ("GET", "/export/incidents.geojson", Permission.Export),
        ("GET", "/export/incidents.kml", Permission.Export),
        ("GET", "/export/incidents.claims.csv", Permission.Export),
        ("GET", "/export/incidents.atom", Permission.Export),
        ("GET", "/export/sources.opml", Permission.Export),
        ("GET", "/export/briefs/{id}.docx", Permission.Export),
    ];

    public static TheoryData<TokenScopes> Choices { get; } = [.. Enumerable.Range(1, 7).Select(choice => (TokenScopes)choice)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Address_IsAnswered_WhereScopesAndRoleBothAllow(TokenScopes scopes)
    {
        var name = $"t{(int)scopes}";
        var account = await application.AddAsync(name, Role.Administrator);
        using var program = await ProgramAsync(account, name, scopes);
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Null((await application.Get<IAccountCommands>().SetRoleAsync(account, role, application.Administrator, Stop)).Error);
            foreach (var (method, path, needed) in s_addresses)
            {
                var (isScoped, isAllowed) = (ScopePermissions.Of(scopes, Role.Administrator).Contains(needed), RolePermissions.Of(role).Contains(needed));
                using var answer = await AskAsync(program, method, path);
                var what = $"{role} with {scopes}: {method} {path}";
                if (isScoped && isAllowed)
                {
                    Assert.False(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError, $"{what} is {answer.StatusCode}");
                    continue;
                }
                Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, $"{what} is {answer.StatusCode}");
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString();
                Assert.Contains(isScoped ? "its owner lacks" : "This token is not for", detail, StringComparison.Ordinal);
                Assert.Equal(!isScoped, answer.Headers.WwwAuthenticate.ToString().Contains("insufficient_scope", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Table_HasEveryAddressThatIsDescribed()
    {
        using var program = await ProgramAsync(await application.AddAsync("every", Role.Viewer), "every", TokenScopes.Read);
        var described = await program.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), Stop);

        var paths = described.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        Assert.Equal(s_addresses.Where(address => address.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(address => $"{address.Method} {address.Path}").Order(), paths.Order());
        Assert.Equal("bearer", described.GetProperty("components").GetProperty("securitySchemes").GetProperty("Token").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Pages_AreOpenedByNoToken()
    {
        using var program = await ProgramAsync(await application.AddAsync("pages", Role.Administrator), "pages", TokenScopes.Read | TokenScopes.Export | TokenScopes.Rule);
        foreach (var page in (string[])["/", "/account", "/accounts", "/desk", "/_blazor/negotiate"])
        {
            using var answer = await program.SendAsync(new HttpRequestMessage(page.StartsWith("/_", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, new Uri(page, UriKind.Relative)), Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{page} is {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Cookie_ChangesNothing_AndDoesNotHelpABadToken()
    {
        await application.AddAsync("edda", Role.Editor);
        using var visitor = new Visitor(application.Address);
        (await visitor.SendAsync("/sign-in", "sign-in", [("Email", "edda@desk.example"), ("Password", GuardedApplication.Password)], Stop)).Dispose();
        using var handler = new HttpClientHandler { CookieContainer = visitor.Cookies };
        using var http = new HttpClient(handler) { BaseAddress = application.Address };

        using var reads = await http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);
        using var writes = await AskAsync(http, "POST", "/api/v1/incidents/{id}/review");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "bwt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        using var mixed = await http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (reads.StatusCode, writes.StatusCode, mixed.StatusCode));
        Assert.Contains("takes a token alone", await writes.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("invalid_token", mixed.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains("no such token", await mixed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private async Task<HttpClient> ProgramAsync(Guid account, string name, TokenScopes scopes)
    {
        var by = new Caller(account, name, RolePermissions.Of(Role.Viewer));
        var made = await application.Get<IOwnTokens>().MakeAsync(new(name, scopes, 7), GuardedApplication.Password, by, Stop);
        Assert.Null(made.Error);
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = application.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Value);
        return http;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path.Replace("{id}", Unknown, StringComparison.Ordinal), UriKind.Relative));
        if (method == "POST") request.Content = JsonContent.Create(new { seen = "Unreviewed", to = "Confirmed", tag = "border closed" });
        return await http.SendAsync(request, Stop);
    }
}
