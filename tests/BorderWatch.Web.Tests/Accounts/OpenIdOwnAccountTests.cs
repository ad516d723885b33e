using System.Net;
using System.Text.RegularExpressions;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>What the owner of an account that came through a provider does with it: unlinks it, and adds a passkey without a password.</summary>
public sealed partial class OpenIdOwnAccountTests(GuardedApplication application) : OpenIdTest(application)
{
    [Fact]
    public async Task Unlinking_EndsOtherSessions_IsAudited_AndFreesTheAccountForSomebodyElse()
    {
        var fay = await Application.AddAsync("fay", Role.Editor);
        await StartAsync();
        House.Person = Somebody("fay-1", "fay@desk.example", true);
        using var visitor = new Visitor(Site.Http.BaseAddress!);
        using var elsewhere = new Visitor(Site.Http.BaseAddress!);
        await ComeInAsync(visitor);
        await ComeInAsync(elsewhere);

        var page = await UnlinkAsync(visitor);

        Assert.DoesNotContain("Sign in of Desk House", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await LoginsAsync("fay-1"));
        await AssertOutAsync(elsewhere);
        using (var still = await visitor.GoAsync("/regions", Stop)) Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(SignInOutcome.ExternalUnlinked, (await OutcomesAsync(fay))[^1]);
        Assert.Contains($"unlinked from the sign-in of {House.Issuer}", await HistoryAsync(fay), StringComparison.Ordinal);
        Assert.Contains("unlinked from the organisation’s sign-in", await AccountPageAsync(visitor), StringComparison.Ordinal);

        // By the subject nobody comes in any more; by the verified address whoever has it now is linked, as at first.
        House.Person = Somebody("fay-1", "other@desk.example", true);
        Assert.Equal("/sign-in?refused=ExternalUnknown", await ComeInAsync(elsewhere));
        House.Person = Somebody("fay-2", "fay@desk.example", true);
        Assert.Equal("/", await ComeInAsync(elsewhere));
    }

    [Fact]
    public async Task OnlyWayIn_IsNotUnlinked()
    {
        var (visitor, account) = await InvitedAsync("gil");
        using (visitor)
        {
            Assert.Contains("It is the only way into your account.", await UnlinkAsync(visitor), StringComparison.Ordinal);
            Assert.Equal(1, await LoginsAsync("gil-1"));
            Assert.DoesNotContain(SignInOutcome.ExternalUnlinked, await OutcomesAsync(account));
        }
    }

    [Fact]
    public async Task LinkOfSomebodyElse_IsNotUnlinked()
    {
        await Application.AddAsync("hal", Role.Viewer);
        var ira = await Application.AddAsync("ira", Role.Viewer);
        await StartAsync();
        House.Person = Somebody("hal-1", "hal@desk.example", true);
        using (var visitor = new Visitor(Site.Http.BaseAddress!)) await ComeInAsync(visitor);
        var own = Application.Get<IOwnAccount>();
        var theirs = (await own.FindAsync(await CallerAsync("hal-1"), Stop))!.Logins.Single().Id;

        var refused = await own.UnlinkAsync(theirs, Guid.NewGuid(), new Caller(ira, "ira", RolePermissions.Of(Role.Viewer)), Origin.Of(null, null), Stop);

        Assert.Equal("That link is not there any more; reload the page.", refused.Error);
        Assert.Equal(1, await LoginsAsync("hal-1"));
    }

    [Fact]
    public async Task WithoutPassword_APasskeyTakesASignInAnew()
    {
        var (visitor, _) = await InvitedAsync("joy");
        using (visitor)
        {
            Assert.DoesNotContain("Your password, to add it", await AccountPageAsync(visitor), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.Forbidden, true), await AskToMakeAsync(visitor, "once more"));
            // A sign-in that nobody was asked at shows nothing.
            Assert.Equal("/account", await ComeInAsync(visitor, "/account"));
            Assert.Equal((HttpStatusCode.Forbidden, true), await AskToMakeAsync(visitor, "once more"));

            House.Lie = claims => claims["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 5;
            Assert.Equal("/account", await ComeInAsync(visitor, "/account", anew: true));

            Assert.Equal(("login", "0"), (House.Asked!["prompt"].ToString(), House.Asked["max_age"].ToString()));
            Assert.DoesNotContain("Sign in once more", await AccountPageAsync(visitor), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, true), await AskToMakeAsync(visitor, "challenge"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task ProviderThatAskedNobodyAnew_OpensNothing(int? seconds)
    {
        var (visitor, _) = await InvitedAsync($"kit{seconds?.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace("-", "m", StringComparison.Ordinal)}");
        using (visitor)
        {
            House.Lie = claims =>
            {
                if (seconds is { } shift) claims["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + shift;
            };

            Assert.Equal("/sign-in?refused=notanew", await ComeInAsync(visitor, "/account", anew: true));

            Assert.Equal((HttpStatusCode.Forbidden, true), await AskToMakeAsync(visitor, "once more"));
        }
    }

    [Fact]
    public async Task WithAPassword_ASignInAnewIsNotEnough()
    {
        await Application.AddAsync("lou", Role.Viewer);
        await StartAsync();
        House.Person = Somebody("lou-1", "lou@desk.example", true);
        House.Lie = claims => claims["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        using var visitor = new Visitor(Site.Http.BaseAddress!);
        await ComeInAsync(visitor, "/account", anew: true);

        Assert.Equal((HttpStatusCode.Forbidden, true), await AskToMakeAsync(visitor, "not the password"));
        Assert.Equal((HttpStatusCode.OK, true), await AskToMakeAsync(visitor, "challenge", GuardedApplication.Password));
    }

    [Fact]
    public async Task SignInAnew_CountsForThatAccountAlone()
    {
        var (visitor, _) = await InvitedAsync("mia");
        using (visitor)
        {
            House.Lie = claims => claims["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            await ComeInAsync(visitor, "/account", anew: true);
            House.Lie = _ => { };
            await Application.Get<IAccountCommands>().InviteAsync("nia", "nia@desk.example", Role.Viewer, Application.Administrator, Stop);
            House.Person = Somebody("nia-1", "nia@desk.example", true);
            await ComeInAsync(visitor, "/account");

            Assert.Equal((HttpStatusCode.Forbidden, true), await AskToMakeAsync(visitor, "once more"));
        }
    }

    /// <summary>Somebody who accepted an invitation through the provider, and has no password.</summary>
    private async Task<(Visitor Visitor, Guid Account)> InvitedAsync(string name)
    {
        await Application.Get<IAccountCommands>().InviteAsync(name, $"{name}@desk.example", Role.Analyst, Application.Administrator, Stop);
        await StartAsync();
        House.Person = Somebody($"{name}-1", $"{name}@desk.example", true);
        var visitor = new Visitor(Site.Http.BaseAddress!);
        Assert.Equal("/", await ComeInAsync(visitor));
        return (visitor, (await CallerAsync($"{name}-1")).Id!.Value);
    }

    private static async Task<string> AccountPageAsync(Visitor visitor)
    {
        using var page = await visitor.GoAsync("/account", Stop);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> UnlinkAsync(Visitor visitor)
    {
        var form = UnlinkForm().Match(await AccountPageAsync(visitor)).Value;
        using var answer = await visitor.SendAsync("/account", form, [], Stop);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Asks what passkey to make: the status, and whether the answer says the words.</summary>
    private static async Task<(HttpStatusCode Status, bool Says)> AskToMakeAsync(Visitor visitor, string words, string password = "")
    {
        using var answer = await visitor.SendAsync("/account", "passkey", [("Password", password), ("PasskeyName", "laptop")], Stop, action: "/account/passkeys/options");
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync(Stop)).Contains(words, StringComparison.Ordinal));
    }

    [GeneratedRegex("unlink-[0-9a-f]{32}")]
    private static partial Regex UnlinkForm();
}
