using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>One Chromium for all tests; each test opens windows of its own.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts the browser of this machine. Where there is none it fails with a sentence that says what to install.</summary>
    public async ValueTask InitializeAsync()
    {
        var program = Chromium.Find();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Chromium.Arguments });
    }

    /// <summary>Opens a window on a site. What goes wrong in the page's scripts fails the test when the window is closed.</summary>
    /// <param name="address">The site.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="scheme">What the reader's system prefers.</param>
    public async Task<Window> OpenAsync(Uri address, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.GetLeftPart(UriPartial.Authority),
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = scheme,
            Locale = "en-GB",
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
