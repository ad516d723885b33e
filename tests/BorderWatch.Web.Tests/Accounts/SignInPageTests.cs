using System.Net;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tests.Host;

namespace BorderWatch.Web.Tests.Accounts;

public sealed class SignInPageTests(GuardedApplication application) : IClassFixture<GuardedApplication>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/map")]
    [InlineData("/sources")]
    [InlineData("/regions")]
    [InlineData("/incidents/0198d5d6-0000-7000-8000-000000000000")]
    [InlineData("/account")]
    [InlineData("/accounts")]
    [InlineData("/no-such-page")]
    public async Task Page_WithoutAccount_LeadsToTheSignIn(string path)
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await visitor.GoAsync(path, Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?to={Uri.EscapeDataString(path)}", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Connection_WithoutAccount_IsRefused()
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(application.Address, "/_blazor/negotiate?negotiateVersion=1"), null, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task HealthAndFiles_AreOpen()
    {
        using var visitor = new Visitor(application.Address);
        foreach (var path in (string[])["/health", "/css/shell.css", "/_framework/blazor.web.js"])
        {
            using var answer = await visitor.GoAsync(path, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task SignIn_OpensThePages_AndSignOutEndsTheSessionItself()
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await SignInAsync(visitor, "rosa@desk.example", "/sign-in?to=%2Fregions");
        Assert.Equal("/regions", answer.Headers.Location!.OriginalString.Replace(application.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("borderwatch-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await visitor.GoAsync("/regions", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());

        var kept = visitor.Cookies.GetCookies(application.Address)["borderwatch-session"]!.Value;
        using (var signedOut = await visitor.SendAsync("/account", "", [], Stop, action: "/sign-out")) Assert.Equal("/sign-in", signedOut.Headers.Location!.OriginalString);

        // A copy of the cookie is worth nothing either.
        visitor.Cookies.Add(application.Address, new Cookie("borderwatch-session", kept));
        using var after = await visitor.GoAsync("/regions", Stop);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithoutThePagesToken_IsRefused()
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await visitor.SendAsync("/sign-in", "sign-in", [("Email", "rosa@desk.example"), ("Password", GuardedApplication.Password)], Stop, forged: true);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(value => value.StartsWith("borderwatch-session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_ToAnotherSite_StaysHere()
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await SignInAsync(visitor, "rosa@desk.example", "/sign-in?to=%2F%2Fevil.example");

        Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPassword_SaysSo_AndKeepsTheAddress()
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await visitor.SendAsync("/sign-in", "sign-in", [("Email", "\"><script>alert(1)</script>@desk.example"), ("Password", "not the password")], Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("That did not fit", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockedAccount_IsOutAtTheNextRequest()
    {
        var idris = await application.AddAsync("idris", Role.Editor);
        using var visitor = new Visitor(application.Address);
        (await SignInAsync(visitor, "idris@desk.example")).Dispose();
        using (var before = await visitor.GoAsync("/regions", Stop)) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await application.Get<IAccountCommands>().SetLockedAsync(idris, true, application.Administrator, Stop);

        using var after = await visitor.GoAsync("/regions", Stop);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task AccountsPage_IsForAdministratorsAlone()
    {
        await application.AddAsync("mira", Role.Manager);
        using var manager = new Visitor(application.Address);
        (await SignInAsync(manager, "mira@desk.example")).Dispose();
        using var denied = await manager.GoAsync("/accounts", Stop);
        Assert.Equal("/denied", denied.Headers.Location!.AbsolutePath);
        using var page = await manager.GoAsync("/denied", Stop);
        Assert.Contains("Your account may not see this page", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var administrator = new Visitor(application.Address);
        (await SignInAsync(administrator, "rosa@desk.example")).Dispose();
        using var list = await administrator.GoAsync("/accounts", Stop);
        Assert.Contains("mira@desk.example", await list.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyForms_FromOneAddress_AreRefused()
    {
        await using var strict = await RunningApplication.StartAsync(application.ConnectionString, Stop, "--Accounts:FormsPerMinute=2");
        using var visitor = new Visitor(strict.Http.BaseAddress!);
        for (var n = 0; n < 2; n++) (await SignInAsync(visitor, "nobody@desk.example")).Dispose();

        using var answer = await SignInAsync(visitor, "rosa@desk.example");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.StartsWith("Too many attempts from this network address.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemoUser_WhereThereAreAccounts_DoesNotStart() =>
        Assert.StartsWith("The application ended before it listened", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApplication.StartAsync(application.ConnectionString, Stop, "--Accounts:DemoUser=true"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Join_WithADeadLink_SaysSo()
    {
        using var visitor = new Visitor(application.Address);
        using var answer = await visitor.GoAsync("/join/no-such-secret", Stop);

        Assert.Contains("This link works no more", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignInAsync(Visitor visitor, string email, string path = "/sign-in") =>
        visitor.SendAsync(path, "sign-in", [("Email", email), ("Password", GuardedApplication.Password)], Stop);
}
