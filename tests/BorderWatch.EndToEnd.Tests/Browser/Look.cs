using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>
/// Looks at a page: nothing sticks out sideways, axe finds nothing, no script failed, and a picture is taken.
/// </summary>
internal static class Look
{
    private static readonly string[] s_standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Looks at what the window shows.</summary>
    public static async Task AtAsync(Window window, string name, int width, ColorScheme scheme)
    {
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures.Folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), Animations = ScreenshotAnimations.Disabled });

        Assert.Equal(width, await window.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        var violations = await ViolationsAsync(window);
        // What a bar that stays in view covers depends on how far the page happens to be scrolled: sizes are measured again without the bars.
        if (violations.Any(IsOfSize))
        {
            await ShowBarsAsync(window, "hidden");
            violations = [.. violations.Where(violation => !IsOfSize(violation)), .. (await ViolationsAsync(window)).Where(IsOfSize)];
            await ShowBarsAsync(window, "");
        }
        Assert.True(violations.Length == 0, string.Join('\n', violations.Select(Describe)));
        Assert.Empty(window.Faults);
    }

    private static async Task<AxeResultItem[]> ViolationsAsync(Window window) =>
        (await window.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. s_standards] } })).Violations;

    private static bool IsOfSize(AxeResultItem violation) => violation.Id == "target-size";

    private static Task ShowBarsAsync(Window window, string visibility) =>
        window.Page.Locator(".bw-bar, .bw-nav").EvaluateAllAsync<object?>("(bars, visibility) => bars.forEach(bar => bar.style.visibility = visibility)", visibility);

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Take(4).Select(node => $"    {node.Html}"))}";
}
