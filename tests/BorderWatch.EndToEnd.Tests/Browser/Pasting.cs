using System.Globalization;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Adds an article as a text, as an analyst does.</summary>
internal static class Pasting
{
    /// <summary>Opens the dialog for a text.</summary>
    public static async Task OpenAsync(Window window)
    {
        await window.Page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "Add article" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "A text" }).ClickAsync();
    }

    /// <summary>Shows what is found in a text.</summary>
    /// <param name="window">On any page.</param>
    /// <param name="headline">The headline.</param>
    /// <param name="text">The text.</param>
    /// <param name="published">As the field takes it, UTC; null for now.</param>
    public static async Task PreviewAsync(Window window, string headline, string text, string? published = null)
    {
        await window.GoAsync("/");
        await OpenAsync(window);
        await window.Page.GetByLabel("Headline").FillAsync(headline);
        await window.Page.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
        await window.Page.GetByLabel("Outlet").FillAsync("Panj Herald");
        await window.Page.GetByLabel("Published (UTC)").FillAsync(published ?? DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
    }

    /// <summary>Saves a text that tells of one incident, and waits for that incident's page.</summary>
    public static async Task SaveAsync(Window window, string headline, string text, string? published = null)
    {
        await PreviewAsync(window, headline, text, published);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await window.ReachAsync("**/incidents/**");
    }
}
