using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.Benchmarks.Circuits;

/// <summary>How soon a reader sees incidents on the timeline, and whether the page jumps while it loads. Each load has a browser profile of its own, so that nothing is in its cache.</summary>
internal static class FirstPaint
{
    private const int Loads = 10;
    private const int WarmingLoads = 60;

    // When the first paint was, when the first incident stood in the page, and how far things moved (Cumulative Layout Shift, without input).
    private const string Watch = """
        window.seen = { row: 0, shift: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) window.seen.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
        const look = () => document.querySelector('article.row') ? requestAnimationFrame(() => { window.seen.row = performance.now(); }) : requestAnimationFrame(look);
        look();
        """;

    private const string Tell = """
        () => ({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, row: window.seen.row, interactive: performance.now(), shift: window.seen.shift })
        """;

    public static async Task MeasureAsync(Uri address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.QuietArguments.Append("--disable-gpu") });
        Console.WriteLine(Words("First load of the process", await LoadAsync(browser, address)));
        // As on a server that has been up for a while: compiled, and compiled again where it is hot.
        using var http = new HttpClient();
        var answered = new List<double>();
        for (var load = 0; load < WarmingLoads; load++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetStringAsync(address);
            answered.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The page from the server, last twenty of {WarmingLoads}: {answered.TakeLast(20).Order().ElementAt(10):N0} ms (median)."));
        var loads = new List<Load>();
        for (var load = 0; load < Loads; load++) loads.Add(await LoadAsync(browser, address));
        Console.WriteLine(Words($"{loads.Count} loads with an empty cache, median", new(Median(loads, one => one.Paint), Median(loads, one => one.Row), Median(loads, one => one.Interactive), loads.Max(one => one.Shift))));
        Console.WriteLine(Words("the slowest", new(loads.Max(one => one.Paint), loads.Max(one => one.Row), loads.Max(one => one.Interactive), loads.Max(one => one.Shift))));
    }

    private static async Task<Load> LoadAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address.ToString());
        await page.Locator("main[data-interactive=true]").WaitForAsync();
        var interactive = await page.EvaluateAsync<JsonElement>(Tell);
        await page.WaitForTimeoutAsync(1000);
        var settled = await page.EvaluateAsync<JsonElement>(Tell);
        return new(settled.GetProperty("paint").GetDouble(), settled.GetProperty("row").GetDouble(), interactive.GetProperty("interactive").GetDouble(), settled.GetProperty("shift").GetDouble());
    }

    private static double Median(List<Load> loads, Func<Load, double> part) => loads.Select(part).Order().ElementAt(loads.Count / 2);

    private static string Words(string what, Load load) => string.Create(CultureInfo.InvariantCulture,
        $"{what}: first paint {load.Paint:N0} ms, first incident {load.Row:N0} ms, answers to clicks {load.Interactive:N0} ms, layout shift {load.Shift:0.000}.");

    private sealed record Load(double Paint, double Row, double Interactive, double Shift);
}
