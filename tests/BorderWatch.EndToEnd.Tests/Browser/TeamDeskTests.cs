using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Two editors at one incident: they see each other, one takes it and the other takes it over, they talk, and one is asked to look.</summary>
public sealed class TeamDeskTests(RealBrowser browser, GuardedSite site) : IClassFixture<GuardedSite>
{
    private const string Hostile = "<img src=x onerror=alert(1)> @Leyla, is the toll right?";

    [Fact]
    public async Task TwoEditors_SeeEachOther_AndTalk()
    {
        await using var administrator = await browser.OpenAsync(site.Address);
        await GuardedSite.SignInAsync(administrator, GuardedSite.Administrator, "/accounts");
        await using var leyla = await JoinAsync(administrator, "Leyla Aziz", "leyla@desk.example");
        await using var idris = await JoinAsync(administrator, "Idris Vale", "idris@desk.example");
        var incident = await ReportAsync(leyla);

        await leyla.GoAsync(incident);
        await idris.GoAsync(incident);
        await Expect(Bar(leyla)).ToContainTextAsync("Idris Vale is reading this.");
        await Expect(Bar(idris)).ToContainTextAsync("Leyla Aziz is reading this.");

        await PressUntilAsync(Bar(leyla).GetByRole(AriaRole.Button, new() { Name = "Take it" }), Bar(leyla).GetByText("You have taken this"));
        await Expect(Bar(idris)).ToContainTextAsync("Leyla Aziz has taken this");
        await idris.Page.GetByRole(AriaRole.Button, new() { Name = "Correct e", Exact = true }).ClickAsync();
        await Expect(Bar(leyla)).ToContainTextAsync("Idris Vale is correcting this.");
        await PressUntilAsync(Bar(idris).GetByRole(AriaRole.Button, new() { Name = "Take over from Leyla Aziz" }), Bar(idris).GetByText("You have taken this"));
        await Expect(Bar(leyla)).ToContainTextAsync("Idris Vale has taken this over from you.");

        await idris.Page.GetByLabel("A comment, for whoever").FillAsync(Hostile);
        await idris.Page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(idris.Page.GetByText("It lies on the desk of Leyla Aziz.")).ToBeVisibleAsync();
        await Expect(leyla.Page.Locator(".comments .words")).ToHaveTextAsync(Hostile);
        await Bar(idris).GetByLabel("Assigned to").SelectOptionAsync("Leyla Aziz");
        await Expect(Bar(leyla).GetByLabel("Assigned to").Locator("option:checked")).ToHaveTextAsync("Leyla Aziz");

        await leyla.GoAsync("/desk?lane=assigned");
        await Expect(leyla.Page.Locator(".desk-row")).ToContainTextAsync("Idris Vale has it");
        await Expect(leyla.Page.Locator(".desk-row .reasons")).ToContainTextAsync("first incident in Nimroz");
        await LookAsync(incident);
        await leyla.GoAsync("/desk?lane=mentions");
        await Expect(leyla.Page.Locator("article.mention .words")).ToHaveTextAsync(Hostile);
        await leyla.Page.GetByRole(AriaRole.Button, new() { Name = "Put aside what Idris Vale said" }).ClickAsync();
        await Expect(leyla.Page.GetByText("No comment names you")).ToBeVisibleAsync();

        await leyla.GoAsync("/desk?lane=assigned");
        await leyla.Page.Locator(".desk-row").WaitForAsync();
        await leyla.Page.Keyboard.PressAsync("c");
        await Expect(leyla.Page.GetByText("Nothing is assigned to you.")).ToBeVisibleAsync();
        await Expect(leyla.Page.GetByText("1 incident ruled on by 1 editor")).ToBeVisibleAsync();
        await idris.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw your comment" }).ClickAsync();
        await Expect(idris.Page.Locator(".comments")).ToContainTextAsync("Withdrawn");
        Assert.Empty(administrator.Faults.Concat(leyla.Faults).Concat(idris.Faults));
    }

    private async Task LookAsync(string incident)
    {
        foreach (var width in (int[])[1440, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var window = await browser.OpenAsync(site.Address, width, scheme);
                await GuardedSite.SignInAsync(window, "leyla@desk.example", "/desk");
                await window.InteractiveAsync();
                await window.Page.Locator(".desk-row").First.WaitForAsync();
                await window.Page.Locator("details.day summary").ClickAsync();
                await Look.AtAsync(window, "team-desk", width, scheme);
                await window.GoAsync("/desk?lane=mentions");
                await window.Page.Locator("article.mention").WaitForAsync();
                await Look.AtAsync(window, "team-mentions", width, scheme);
                await window.GoAsync(incident);
                await Expect(Bar(window)).ToContainTextAsync("Idris Vale is correcting this.");
                await Look.AtAsync(window, "team-incident", width, scheme);
                await window.Page.Locator(".comments form").ScrollIntoViewIfNeededAsync();
                await Look.AtAsync(window, "team-comments", width, scheme);
            }
        }
    }

    private static ILocator Bar(Window window) => window.Page.Locator("section.together");

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    private static async Task PressUntilAsync(ILocator button, ILocator shown)
    {
        await button.ClickAsync();
        await shown.WaitForAsync();
    }

    private async Task<Window> JoinAsync(Window administrator, string name, string email)
    {
        await administrator.GoAsync("/accounts");
        var link = await GuardedSite.InviteAsync(administrator, name, email, "Editor");
        var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync(link);
        await GuardedSite.ChoosePasswordAsync(window, "Make the account");
        await window.InteractiveAsync();
        return window;
    }

    private static async Task<string> ReportAsync(Window window)
    {
        await Pasting.SaveAsync(window, "Two border guards killed near Zaranj",
            "ZARANJ – Gunmen killed two border guards near Zaranj in Nimroz province in Afghanistan on Monday, officials said. The attackers fled on motorcycles.");
        return new Uri(window.Page.Url).AbsolutePath;
    }
}
