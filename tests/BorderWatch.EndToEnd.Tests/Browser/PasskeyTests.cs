using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A passkey is made, named, used and removed, with an authenticator that the browser plays.</summary>
public sealed class PasskeyTests(RealBrowser browser, GuardedSite site) : IClassFixture<GuardedSite>
{
    [Fact]
    public async Task Passkey_IsMade_SignsIn_IsRenamed_AndOpensNothingOnceRemoved()
    {
        // Passkeys belong to a name; an address of numbers has none.
        var address = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        await using var window = await browser.OpenAsync(address);
        var page = window.Page;
        var devtools = await window.Page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true },
        });

        // A wrong password makes no passkey.
        await GuardedSite.SignInAsync(window, GuardedSite.Administrator, "/account");
        await page.GetByLabel("A name for the new passkey").FillAsync("laptop");
        await page.GetByLabel("Your password, to add it").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-error]")).ToHaveTextAsync("That is not the password of this account.");

        await page.GetByLabel("Your password, to add it").FillAsync(GuardedSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove “laptop”" })).ToBeVisibleAsync();

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in?to=%2Faccount");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await window.ReachAsync("**/account");
        await Assertions.Expect(page.GetByText("signed in with a passkey").First).ToBeVisibleAsync();

        var row = page.Locator("li").Filter(new() { Has = page.GetByLabel("Name of the passkey") });
        await row.GetByLabel("Name of the passkey").FillAsync("work laptop");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Rename") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove “work laptop”" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove “work laptop”" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name of the passkey")).ToHaveCountAsync(0);

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in?to=%2Faccount");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey does not fit any account here.")).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await window.ReachAsync("**/sign-in?to=%2Faccount");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GetByLabel("Account of Rosa Blum").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
    }
}
