using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A site with accounts: its administrator was made by the link that the console showed.</summary>
public sealed partial class GuardedSite(RealBrowser browser) : Site
{
    public const string Password = "seven green kettles";
    public const string Administrator = "rosa@desk.example";

    // An open page notices quickly that it is no longer wanted.
    protected override string[] Settings => ["--Accounts:LookEvery=00:00:01"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await WaitForOutputAsync("/join/");
        await using var window = await browser.OpenAsync(Address);
        await window.Page.GotoAsync("/");
        await window.Page.GetByText("stands on the console").WaitForAsync();
        await window.Page.GotoAsync(Link().Match(Output).Groups[1].Value);
        await window.Page.GetByLabel("Your name").FillAsync("Rosa Blum");
        await window.Page.GetByLabel("E-mail address").FillAsync(Administrator);
        await ChoosePasswordAsync(window, "Make the account");
        await window.InteractiveAsync();
    }

    /// <summary>Fills the form of a one-time link.</summary>
    public static async Task ChoosePasswordAsync(Window window, string button)
    {
        await window.Page.GetByLabel("Password, at least").FillAsync(Password);
        await window.Page.GetByLabel("The same password again").FillAsync(Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>Invites somebody, on the page of accounts.</summary>
    /// <returns>The path of the one-time link.</returns>
    public static async Task<string> InviteAsync(Window window, string name, string email, string role)
    {
        await window.Page.GetByLabel("Name, as the history").FillAsync(name);
        await window.Page.GetByLabel("E-mail address to sign in with").FillAsync(email);
        await window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Role", Exact = true }).SelectOptionAsync(role);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await window.Page.GetByText($"With this link {name}").WaitForAsync();
        return new Uri(await window.Page.GetByLabel("The link").InputValueAsync()).AbsolutePath;
    }

    /// <summary>Signs in and waits for the page that was asked for.</summary>
    public static async Task SignInAsync(Window window, string email, string path)
    {
        await window.Page.GotoAsync(path);
        await window.Page.GetByLabel("E-mail address").FillAsync(email);
        await window.Page.GetByLabel("Password").FillAsync(Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await window.ReachAsync($"**{path}");
    }

    [GeneratedRegex(@"(/join/[\w-]+)")]
    private static partial Regex Link();
}
