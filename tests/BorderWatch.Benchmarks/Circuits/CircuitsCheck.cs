using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using BorderWatch.Testing;
using Microsoft.Playwright;

namespace BorderWatch.Benchmarks.Circuits;

/// <summary>
/// Real pages of a real browser, each with its circuit, that scroll through the timeline of a database; and how soon the first page is painted. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- circuits "Host=…" --pages 200 --minutes 2</c> on a database without accounts.
/// </summary>
internal static class CircuitsCheck
{
    private const int PagesOpenedAtOnce = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(8);

    // Scrolls to the end and says how long the next rows took, in milliseconds; -1 where none came in half a minute.
    private const string Scroll = """
        async () => {
            const rows = () => document.querySelectorAll('article.row').length;
            const [before, began] = [rows(), performance.now()];
            scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
            while (rows() === before) {
                if (performance.now() - began > 30000) return -1;
                await new Promise(next => setTimeout(next, 20));
            }
            return performance.now() - began;
        }
        """;

    public static async Task<int> RunAsync(string connectionString, string[] args)
    {
        var (pages, minutes) = (Number(args, "--pages", 200), Number(args, "--minutes", 2));
        var probe = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}/"), Timeout = TimeSpan.FromMinutes(1) };
        using var folder = new TemporaryFolder();
        await using var application = await ApplicationProcess.StartAsync(folder["data"], CancellationToken.None, start =>
        {
            start.Environment["ConnectionStrings__BorderWatch"] = connectionString;
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(CircuitsCheck).Assembly.Location;
            start.Environment[CircuitProbe.Port] = probe.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);
            foreach (var setting in (string[])["--Accounts:DemoUser=true", "--Ingestion:PollDueSources=false"]) start.ArgumentList.Add(setting);
        });
        var address = await application.WaitForAddressAsync(CancellationToken.None);
        using var playwright = await Playwright.CreateAsync();
        // One process of the browser for all pages, and none that plays a graphics card: they would not leave the server a processor.
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = [.. Chromium.QuietArguments, "--disable-gpu", "--process-per-site", "--renderer-process-limit=2"] });

        await FirstPaint.MeasureAsync(browser, address);

        await StateAsync(probe, "Before");
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-GB" });
        var faults = new ConcurrentQueue<string>();
        var opened = await OpenAsync(context, address, (int)pages, faults);
        await StateAsync(probe, $"{opened.Count} pages open");
        var taken = await ScrollAsync(opened, TimeSpan.FromMinutes(minutes), faults);
        await StateAsync(probe, $"After {minutes} minutes of scrolling");
        var lost = 0;
        foreach (var page in opened) if (await page.Locator("#components-reconnect-modal").IsVisibleAsync()) lost++;
        var rows = 0;
        foreach (var page in opened) rows += await page.Locator("article.row").CountAsync();
        await context.CloseAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        await StateAsync(probe, "Five seconds after the pages were closed");

        var sorted = taken.Where(one => one >= 0).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sorted.Count:N0} times older rows, after {At(sorted, 0.5):N0} ms (median), {At(sorted, 0.95):N0} ms (p95), the browser's own work included; {taken.Count(one => one < 0)} times none in 30 s. {rows / opened.Count} rows on a page at the end. {lost} connections lost, {faults.Count} faults."));
        foreach (var fault in faults.Take(5)) Console.WriteLine($"FAULT {fault}");
        return faults.IsEmpty && lost == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<IPage>> OpenAsync(IBrowserContext context, Uri address, int count, ConcurrentQueue<string> faults)
    {
        var (pages, began) = (new ConcurrentBag<IPage>(), Stopwatch.StartNew());
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = PagesOpenedAtOnce }, async (_, _) =>
        {
            var page = await context.NewPageAsync();
            page.PageError += (_, error) => faults.Enqueue(error);
            page.Console += (_, message) =>
            {
                if (message.Type == "error") faults.Enqueue(message.Text);
            };
            await page.GotoAsync(address.ToString(), new() { Timeout = 120_000 });
            await page.Locator("main[data-interactive=true]").WaitForAsync(new() { Timeout = 120_000 });
            pages.Add(page);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} pages opened in {began.Elapsed.TotalSeconds:N0} s."));
        return [.. pages];
    }

    private static async Task<IReadOnlyList<double>> ScrollAsync(IReadOnlyList<IPage> pages, TimeSpan duration, ConcurrentQueue<string> faults)
    {
        var (taken, ends) = (new ConcurrentBag<double>(), Stopwatch.StartNew());
        await Task.WhenAll(pages.Select(async (page, number) =>
        {
            var random = new Random(number);
            while (true)
            {
                await Task.Delay(s_pause * (2 * random.NextDouble()));
                if (ends.Elapsed > duration) return;
                try
                {
                    taken.Add(await page.EvaluateAsync<double>(Scroll));
                }
                catch (PlaywrightException fault)
                {
                    faults.Enqueue(fault.Message);
                    return;
                }
            }
        }));
        return [.. taken];
    }

    private static async Task StateAsync(HttpClient probe, string when) => Console.WriteLine($"{when}: {await probe.GetFromJsonAsync<ProcessState>("collected")}.");

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private static double Number(string[] args, string name, double otherwise) =>
        args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault() is { } given ? double.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
