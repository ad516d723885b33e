using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A browser window with a page in it, and what went wrong there.</summary>
public sealed class Window : IAsyncDisposable
{
    // The machine may be busy with other tests, and the first page of a circuit compiles a lot.
    private const float PatienceInMilliseconds = 60_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(PatienceInMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        page.PageError += (_, error) => _faults.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            _faults.Add($"A dialog of the browser opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _faults.Add(message.Text);
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors of the page's scripts, refused files, dialogs that a script opened.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Goes to an address of the site and waits until the page answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await InteractiveAsync();
    }

    /// <summary>Waits until the page is at an address, however it gets there. It is asked again and again: an event of the browser can come before anybody waits for it.</summary>
    /// <param name="address">The whole address; <c>*</c> stands for anything but a slash, <c>**</c> for anything.</param>
    public Task ReachAsync(string address) => ReachAsync(new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$"));

    /// <summary>Waits until a part of the page's address is as it should be.</summary>
    public async Task ReachAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until the circuit is there: before that a click is lost.</summary>
    public async Task InteractiveAsync() => await Page.Locator("main[data-interactive=true]").WaitForAsync();

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
