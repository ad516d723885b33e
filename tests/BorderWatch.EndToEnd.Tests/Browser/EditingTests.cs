using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>An editor's day, on a demo of its own: the desk, confirming, correcting, merging, splitting, and taking it all back.</summary>
public sealed class EditingTests(RealBrowser browser, DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Desk_ConfirmsWithOneKey_AndTheSnackbarTakesItBack()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/desk");
        var first = window.Page.Locator(".desk-row h3 a").First;
        var title = (await first.TextContentAsync())!; // Inner text is empty while a row is not drawn.
        var waiting = await WaitingAsync(window);

        await window.Page.Keyboard.PressAsync("c");

        await Assertions.Expect(Lane(window, "To review")).ToHaveTextAsync($"{waiting - 1}");
        await Assertions.Expect(window.Page.Locator(".desk-row h3 a").Filter(new() { HasText = title })).ToHaveCountAsync(0);
        await UndoAsync(window);
        await Assertions.Expect(Lane(window, "To review")).ToHaveTextAsync($"{waiting}");
        await Assertions.Expect(first).ToHaveTextAsync(title);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task IncidentFromTheDesk_IsConfirmedInThreeKeys_AndTheNextOneOpens()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await window.GoAsync("/desk");
        await window.Page.Locator(".desk-row").First.WaitForAsync();

        await window.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(window.Page.Locator(".desk-row h3 a").First).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ReachAsync("**/incidents/*?lane=review");
        // The desk, which has a button of that name as well, stands until the incident has been read.
        await window.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Editing" }).WaitForAsync();
        var confirmed = window.Page.Url;
        await window.Page.Keyboard.PressAsync("c");

        await Assertions.Expect(window.Page).Not.ToHaveURLAsync(confirmed);
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/incidents/.*lane=review"));
        await window.GoAsync(new Uri(confirmed).AbsolutePath);
        await Assertions.Expect(window.Page.Locator("header.head")).ToContainTextAsync("confirmed by an editor");
    }

    [Fact]
    public async Task Toll_IsCorrectedFromTheText_InFourActions_AndUndone()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await OpenAsync(window, "Pasni");
        var page = window.Page;
        var words = page.Locator("article.report [data-title=false] mark[title*='Killed: ']").First;

        await words.SelectTextAsync(); // One: the words.
        await words.DispatchEventAsync("mouseup");
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected words" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("1"); // Two: they say how many were killed.
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Correct killed" });
        await Assertions.Expect(form.Locator("q")).Not.ToBeEmptyAsync();
        await Assertions.Expect(form.GetByLabel("Most likely")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("12"); // Three: the number, over what was read.
        await page.Keyboard.PressAsync("Enter"); // Four.

        var field = Field(window, "Killed");
        await Assertions.Expect(field.Locator("summary .value")).ToHaveTextAsync("12");
        await Assertions.Expect(field.Locator("summary .count")).ToHaveTextAsync("ruled");
        await page.Locator("details.history summary").ClickAsync();
        await Assertions.Expect(page.Locator("details.history li").First).ToContainTextAsync("corrected killed");
        await Assertions.Expect(page.Locator("details.history li").First).ToContainTextAsync("killed: 8 → 12");
        await UndoAsync(window);
        await Assertions.Expect(field.Locator("summary .value")).ToHaveTextAsync("8");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task TwoEditors_OnOneField_TheSecondSeesBothAndChooses()
    {
        await using var one = await browser.OpenAsync(site.Address);
        await using var other = await browser.OpenAsync(site.Address);
        await OpenAsync(one, "Bannu");
        await OpenAsync(other, "Bannu");
        await TypeAsync(one, "7");
        await TypeAsync(other, "9");
        await one.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field(one, "Killed").Locator("summary .value")).ToHaveTextAsync("7");

        await other.Page.Keyboard.PressAsync("Enter");

        var both = other.Page.Locator("form.correction").GetByRole(AriaRole.Alert);
        await Assertions.Expect(both).ToContainTextAsync("has ruled meanwhile: 7");
        await Assertions.Expect(other.Page.GetByLabel("Most likely")).ToHaveValueAsync("9");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(Field(other, "Killed").Locator("summary .value")).ToHaveTextAsync("9");
    }

    [Fact]
    public async Task MergedIncident_LeadsOn_AndSplitReportsFoundAnother()
    {
        await using var window = await browser.OpenAsync(site.Address);
        var page = window.Page;
        await window.GoAsync("/desk?lane=duplicates");
        var pair = page.Locator("article.pair").First.Locator("h3 a");
        var (stays, gone, title) = (await pair.First.GetAttributeAsync("href"), await pair.Last.GetAttributeAsync("href"), (await pair.Last.TextContentAsync())!); // Inner text is empty while a row is not drawn.
        await window.GoAsync(stays!);
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "Editing" }).WaitForAsync();

        await page.Keyboard.PressAsync("m");
        await page.GetByLabel("Find the other incident").FillAsync(Regex.Replace(title, @"[^\p{L} ]", " "));
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.Locator($".found label[data-incident='{gone!.Split('/')[^1]}'] input").CheckAsync();
        var caption = page.Locator("table.preview caption");
        await Assertions.Expect(caption).ToContainTextAsync("reports");
        var whole = int.Parse(Regex.Match(await caption.InnerTextAsync(), @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();

        await Assertions.Expect(Reports(window, whole)).ToBeVisibleAsync();
        await window.GoAsync(gone);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(stays!)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Split" }).WaitForAsync();

        await page.Keyboard.PressAsync("s");
        await page.Locator(".reports input").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Split off" }).ClickAsync();
        await Assertions.Expect(Reports(window, whole - 1)).ToBeVisibleAsync();
        await UndoAsync(window);
        await Assertions.Expect(Reports(window, whole)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rejected_WithAReason_LeavesTheTimeline()
    {
        await using var window = await browser.OpenAsync(site.Address);
        await OpenAsync(window, "Zhob");
        var page = window.Page;

        await page.Keyboard.PressAsync("x");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Unverified" }).WaitForAsync();
        await page.Keyboard.PressAsync("3");

        await Assertions.Expect(page.Locator("header.head")).ToContainTextAsync("rejected by an editor: unverified");
        await UndoAsync(window);
        await Assertions.Expect(page.Locator("header.head")).ToContainTextAsync("not reviewed by an editor yet");
    }

    private static ILocator Reports(Window window, int count) => window.Page.GetByRole(AriaRole.Heading, new() { Name = count == 1 ? "1 report" : $"{count} reports", Exact = true });

    private static ILocator Lane(Window window, string name) => window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Lanes" }).GetByRole(AriaRole.Link, new() { Name = name }).Locator("b");

    private static ILocator Field(Window window, string name) => window.Page.Locator("details.field").Filter(new() { Has = window.Page.Locator("summary .name", new() { HasText = name }) });

    private static async Task<int> WaitingAsync(Window window)
    {
        await window.Page.Locator(".desk-row").First.WaitForAsync();
        return int.Parse(await Lane(window, "To review").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    // The snackbar that came last.
    private static Task UndoAsync(Window window) => window.Page.Locator(".mud-snackbar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).Last.ClickAsync();

    internal static async Task OpenAsync(Window window, string title)
    {
        await window.GoAsync($"/?q={Uri.EscapeDataString(title)}");
        await window.Page.Locator("article.row h3 a").Filter(new() { HasText = title }).First.ClickAsync();
        await window.Page.Locator("article.report").First.WaitForAsync();
        await window.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Editing" }).WaitForAsync();
    }

    internal static async Task TypeAsync(Window window, string killed)
    {
        await window.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(window.Page.GetByLabel("Most likely")).ToBeFocusedAsync();
        await window.Page.GetByLabel("Most likely").FillAsync(killed);
        await window.Page.GetByLabel("At least").FillAsync("");
        await window.Page.GetByLabel("At most").FillAsync("");
        await window.Page.GetByLabel("Most likely").FocusAsync();
    }
}
