using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>From the console's link to an editor at work, and out again.</summary>
public sealed class AccountTests(RealBrowser browser, GuardedSite site) : IClassFixture<GuardedSite>
{
    public static MatrixTheoryData<int, ColorScheme> Looks { get; } = new([1440, 390], [ColorScheme.Light, ColorScheme.Dark]);

    [Fact]
    public async Task InvitedEditor_SeesWhatTheRoleMay_AndIsOutWhenLocked()
    {
        await using var administrator = await browser.OpenAsync(site.Address);
        await GuardedSite.SignInAsync(administrator, GuardedSite.Administrator, "/accounts");
        await administrator.InteractiveAsync();
        var link = await GuardedSite.InviteAsync(administrator, "Idris Vale", "idris@desk.example", "Editor");

        await using var editor = await browser.OpenAsync(site.Address);
        await editor.Page.GotoAsync(link);
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Welcome, Idris Vale");
        await GuardedSite.ChoosePasswordAsync(editor, "Make the account");
        await editor.InteractiveAsync();

        await Assertions.Expect(editor.Page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "Add article" })).ToBeVisibleAsync();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Load demo data" })).ToHaveCountAsync(0);
        await editor.Page.GetByLabel("Account of Idris Vale").ClickAsync();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Your account" })).ToBeVisibleAsync();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Accounts", Exact = true })).ToHaveCountAsync(0);
        await editor.GoAsync("/sources");
        await Assertions.Expect(editor.Page.GetByText("1 source")).ToBeVisibleAsync();
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Button, new() { Name = "Add a source" })).ToHaveCountAsync(0);
        await editor.Page.GotoAsync("/accounts");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account may not see this page");

        await editor.GoAsync("/regions");
        await administrator.Page.ReloadAsync();
        await administrator.InteractiveAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Lock Idris Vale" }).ClickAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Unlock Idris Vale" })).ToBeVisibleAsync();

        // Nobody touches the editor's page: it leaves by itself.
        await editor.ReachAsync("**/sign-in?to=%2Fregions");
        Assert.Empty(administrator.Faults);
    }

    [Fact]
    public async Task SignOut_LeadsToTheSignIn_AndBackShowsNothing()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await GuardedSite.SignInAsync(window, GuardedSite.Administrator, "/regions");
        await window.InteractiveAsync();

        await window.Page.GetByLabel("Account of Rosa Blum").ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();

        await window.Page.GotoAsync("/regions");
        await window.ReachAsync("**/sign-in?to=%2Fregions");
        Assert.Empty(window.Faults);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Pages_FitAndAreAccessible(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(site.Address, width, scheme);
        await window.Page.GotoAsync("/sign-in");
        await window.Page.GetByLabel("Password").WaitForAsync();
        await Look.AtAsync(window, "sign-in", width, scheme);

        await GuardedSite.SignInAsync(window, GuardedSite.Administrator, "/accounts");
        await window.InteractiveAsync();
        var link = await GuardedSite.InviteAsync(window, $"Guest {width} {scheme}", $"guest-{width}-{scheme}@desk.example", "Viewer");
        await Look.AtAsync(window, "accounts", width, scheme);

        await window.Page.GotoAsync(link);
        await window.Page.GetByLabel("Password, at least").WaitForAsync();
        await Look.AtAsync(window, "join", width, scheme);

        await window.Page.GotoAsync("/account");
        await window.Page.GetByLabel("Name, by which").FillAsync($"Nightly {width} {scheme}");
        await window.Page.GetByLabel("export: take files").CheckAsync();
        await window.Page.GetByLabel("Your password", new() { Exact = true }).FillAsync(GuardedSite.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("The token")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^bwt_"));
        await window.Page.Locator("#tokens").ScrollIntoViewIfNeededAsync();
        await Look.AtAsync(window, "account-token", width, scheme);
        await window.GoAsync("/accounts");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = $"Revoke Nightly {width} {scheme} of Rosa Blum" }).ScrollIntoViewIfNeededAsync();
        await Look.AtAsync(window, "accounts-tokens", width, scheme);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = $"Revoke Nightly {width} {scheme} of Rosa Blum" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText($"Nightly {width} {scheme}")).ToHaveCountAsync(0);
        await window.Page.GotoAsync("/account");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await window.Page.GetByLabel("The key as a QR code").WaitForAsync();
        await Look.AtAsync(window, "account", width, scheme);
    }
}
