using System.Net;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>Signing in through a provider that speaks HTTP: those whom it should let in, those whom it should not, and answers that are lies.</summary>
public sealed class OpenIdTests(GuardedApplication application) : OpenIdTest(application)
{
    [Fact]
    public async Task NotConfigured_IsNotThere()
    {
        using var visitor = new Visitor(Application.Address);
        using var page = await visitor.GoAsync("/sign-in", Stop);
        using var begun = await visitor.GoAsync("/sign-in/openid", Stop);

        Assert.DoesNotContain("Sign in with", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("authorize", begun.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfiguredByHalf_DoesNotStart() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApplication.StartAsync(Application.ConnectionString, Stop, "--Accounts:OpenId:Authority=http://login.example", "--Accounts:OpenId:ClientId=x", "--Accounts:OpenId:ClientSecret=y"));

    [Fact]
    public async Task KnownAddress_ComesIn_IsLinked_AndKeepsTheAccountWhenTheAddressChanges()
    {
        var ana = await Application.AddAsync("ana", Role.Editor);
        await StartAsync();
        House.Person = Somebody("ana-1", "Ana@Desk.Example", true);
        using var visitor = new Visitor(Site.Http.BaseAddress!);
        using (var page = await visitor.GoAsync("/sign-in?to=%2Fregions", Stop)) Assert.Contains("Sign in with Desk House", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);

        Assert.Equal("/regions", await ComeInAsync(visitor, "/regions"));

        Assert.Equal(("code", "query", "S256"), (House.Asked!["response_type"].ToString(), House.Asked.TryGetValue("response_mode", out var mode) ? mode.ToString() : "query", House.Asked["code_challenge_method"].ToString()));
        using (var page = await visitor.GoAsync("/account", Stop)) Assert.Contains("ana@desk.example, an editor", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal([SignInOutcome.ExternalSignedIn], await OutcomesAsync(ana));
        Assert.Contains($"linked to the sign-in of {House.Issuer}", await HistoryAsync(ana), StringComparison.Ordinal);

        // Whoever it is now known by the subject: another address, even an unverified one, is nobody else's account.
        House.Person = Somebody("ana-1", "rosa@desk.example", false);
        using var again = new Visitor(Site.Http.BaseAddress!);
        await ComeInAsync(again);
        using (var page = await again.GoAsync("/account", Stop)) Assert.Contains("ana@desk.example, an editor", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        // A lock counts at once, in the session and at the door.
        await Application.Get<IAccountCommands>().SetLockedAsync(ana, true, Application.Administrator, Stop);
        using (var page = await again.GoAsync("/regions", Stop)) Assert.Equal("/sign-in", page.Headers.Location!.AbsolutePath);
        using var locked = new Visitor(Site.Http.BaseAddress!);
        Assert.Equal("/sign-in?refused=Locked", await ComeInAsync(locked));
        await AssertOutAsync(locked);
        Assert.Contains(SignInOutcome.Locked, await OutcomesAsync(ana));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task AddressThatIsNotVerified_IsNobodys(bool? verified)
    {
        await StartAsync();
        House.Person = Somebody("thief", "rosa@desk.example", verified);
        using var visitor = new Visitor(Site.Http.BaseAddress!);

        var refused = await ComeInAsync(visitor);

        Assert.Equal("/sign-in?refused=ExternalUnverified", refused);
        using (var page = await visitor.GoAsync(refused, Stop)) Assert.Contains("does not vouch for your e-mail address", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await AssertOutAsync(visitor);
        Assert.Equal(0, await LoginsAsync("thief"));
    }

    [Fact]
    public async Task SecondIdentity_WithTheSameAddress_IsNotLinkedToo()
    {
        await Application.AddAsync("bela", Role.Viewer);
        await StartAsync();
        House.Person = Somebody("bela-1", "bela@desk.example", true);
        using (var visitor = new Visitor(Site.Http.BaseAddress!)) await ComeInAsync(visitor);
        House.Person = Somebody("bela-2", "bela@desk.example", true);
        using var other = new Visitor(Site.Http.BaseAddress!);

        Assert.Equal("/sign-in?refused=ExternalOther", await ComeInAsync(other));
        await AssertOutAsync(other);
    }

    [Fact]
    public async Task Stranger_IsRefused_AndTheInvitedGetsTheAccountThatTheInvitationSays()
    {
        await StartAsync();
        House.Person = Somebody("cai", "cai@desk.example", true);
        using (var visitor = new Visitor(Site.Http.BaseAddress!))
        {
            Assert.Equal("/sign-in?refused=ExternalUnknown", await ComeInAsync(visitor));
            await AssertOutAsync(visitor);
        }
        var invited = await Application.Get<IAccountCommands>().InviteAsync("Cai Ruan", "cai@desk.example", Role.Analyst, Application.Administrator, Stop);
        House.TellsAddressInUserInfo = true;

        using var welcome = new Visitor(Site.Http.BaseAddress!);
        Assert.Equal("/", await ComeInAsync(welcome));

        using (var page = await welcome.GoAsync("/account", Stop)) Assert.Contains("Cai Ruan, cai@desk.example, an analyst", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(await Application.Get<IAccountLinks>().FindAsync(invited.Value!, Stop));
    }

    [Fact]
    public async Task Everybody_WhereConfigured_GetsTheRoleOfTheClaim_AtEverySignInAnew()
    {
        await StartAsync("--Accounts:OpenId:Admit=Everybody", "--Accounts:OpenId:RoleClaim=groups", "--Accounts:OpenId:Roles:desk-editors=Editor", "--Accounts:OpenId:Roles:desk-readers=Viewer");
        House.Person = Somebody("dora", "dora@desk.example", true, "desk-readers", "desk-editors", "canteen");
        using (var visitor = new Visitor(Site.Http.BaseAddress!))
        {
            await ComeInAsync(visitor);
            using var page = await visitor.GoAsync("/account", Stop);
            Assert.Contains("Dora of Desk House, dora@desk.example, an editor", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        House.Person = Somebody("dora", "dora@desk.example", true, "desk-readers");
        using (var visitor = new Visitor(Site.Http.BaseAddress!))
        {
            await ComeInAsync(visitor);
            using var page = await visitor.GoAsync("/account", Stop);
            Assert.Contains("dora@desk.example, a viewer", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        House.Person = Somebody("dora", "dora@desk.example", true, "canteen");
        using var out_ = new Visitor(Site.Http.BaseAddress!);
        Assert.Equal("/sign-in?refused=ExternalWithoutRole", await ComeInAsync(out_));
        await AssertOutAsync(out_);

        // The last administrator stays one, whatever the provider says.
        House.Person = Somebody("rosa", "rosa@desk.example", true, "desk-readers");
        using var rosa = new Visitor(Site.Http.BaseAddress!);
        await ComeInAsync(rosa);
        using var hers = await rosa.GoAsync("/account", Stop);
        Assert.Contains("rosa@desk.example, an administrator", await hers.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountThatAsksForCodes_AsksHereAsWell()
    {
        var emil = await Application.AddAsync("emil", Role.Viewer);
        await using (var db = await Application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop))
            await db.Accounts.Where(account => account.Id == emil).ExecuteUpdateAsync(account => account.SetProperty(a => a.TwoFactorEnabled, true), Stop);
        await StartAsync();
        House.Person = Somebody("emil", "emil@desk.example", true);
        using var visitor = new Visitor(Site.Http.BaseAddress!);

        var asked = await ComeInAsync(visitor, "/regions");

        Assert.Equal("/sign-in?to=%2Fregions", asked);
        await AssertOutAsync(visitor);
        using var page = await visitor.GoAsync(asked, Stop);
        Assert.Contains("Code of your authenticator app", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal([SignInOutcome.CodeAsked], await OutcomesAsync(emil));
    }

    public static TheoryData<string> Lies => ["issuer", "audience", "nonce", "no nonce", "expired", "stranger's key", "no signature", "signature left out", "other subject in user info", "denied"];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Lie_LetsNobodyIn(string lie)
    {
        await StartAsync();
        House.Person = Somebody("rosa-1", "rosa@desk.example", true);
        House.SignsWithAStrangersKey = lie == "stranger's key";
        House.SignsNot = lie == "no signature";
        House.LeavesSignatureOut = lie == "signature left out";
        House.Denies = lie == "denied";
        House.Lie = claims =>
        {
            switch (lie)
            {
                case "issuer": claims["iss"] = "https://somebody.else.example"; break;
                case "audience": claims["aud"] = "another client"; break;
                case "nonce": claims["nonce"] = "of another browser"; break;
                case "no nonce": claims.Remove("nonce"); break;
                case "expired": (claims["iat"], claims["exp"]) = (1_700_000_000L, 1_700_000_300L); break;
                case "other subject in user info": claims["sub"] = "somebody else"; break;
            }
        };
        using var visitor = new Visitor(Site.Http.BaseAddress!);

        var refused = await ComeInAsync(visitor);

        Assert.Equal("/sign-in?refused=untrusted", refused);
        await AssertOutAsync(visitor);
        Assert.Equal(0, await LoginsAsync("rosa-1") + await LoginsAsync("somebody else"));
        using var page = await visitor.GoAsync(refused, Stop);
        Assert.Contains("no answer that can be trusted", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerOfAnotherBrowser_LetsNobodyIn()
    {
        await StartAsync();
        House.Person = Somebody("rosa-2", "rosa@desk.example", true);
        using var thief = new Visitor(Site.Http.BaseAddress!);
        var (answer, _) = await AnswerAsync(thief, "/");
        using var victim = new Visitor(Site.Http.BaseAddress!);

        using var taken = await victim.GoAsync(answer, Stop);

        Assert.Equal("/sign-in?refused=untrusted", Local(taken));
        await AssertOutAsync(victim);
        Assert.Equal(0, House.CodesTaken);
    }

    [Fact]
    public async Task ProviderThatDoesNotAnswer_IsSaid_AndPasswordsGoOn()
    {
        await StartAsync();
        await EndProviderAsync();
        using var visitor = new Visitor(Site.Http.BaseAddress!);

        using var begun = await visitor.GoAsync("/sign-in/openid", Stop);
        Assert.Equal("/sign-in?refused=untrusted", Local(begun));
        using var signedIn = await visitor.SendAsync("/sign-in", "sign-in", [("Email", "rosa@desk.example"), ("Password", GuardedApplication.Password)], Stop);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }
}
