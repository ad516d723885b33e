using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using BorderWatch.Testing;

namespace BorderWatch.Benchmarks.Circuits;

/// <summary>
/// Many readers scroll through the timeline of a database, each with a circuit; before that, how soon a browser paints the first page. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- circuits "Host=…" --circuits 200 --minutes 2</c> on a database without accounts.
/// </summary>
internal static class CircuitsCheck
{
    private const int OpenedAtOnce = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string connectionString, string[] args)
    {
        var (count, minutes) = ((int)BenchmarkRun.Number(args, "--circuits", 200), BenchmarkRun.Number(args, "--minutes", 2));
        using var probe = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{BenchmarkRun.FreePort()}/"), Timeout = TimeSpan.FromMinutes(1) };
        using var folder = new TemporaryFolder();
        await using var application = await ApplicationProcess.StartAsync(folder["data"], CancellationToken.None, start =>
        {
            start.Environment["ConnectionStrings__BorderWatch"] = connectionString;
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(CircuitsCheck).Assembly.Location;
            start.Environment[CircuitProbe.Port] = probe.BaseAddress.Port.ToString(CultureInfo.InvariantCulture);
            foreach (var setting in (string[])["--Accounts:DemoUser=true", "--Ingestion:PollDueSources=false"]) start.ArgumentList.Add(setting);
        });
        var timeline = await application.WaitForAddressAsync(CancellationToken.None);
        await FirstPaint.MeasureAsync(timeline);

        await StateAsync(probe, "Before");
        var (opened, faults) = (new ConcurrentBag<CircuitClient>(), new ConcurrentQueue<string>());
        var began = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (_, _) => opened.Add(await CircuitClient.OpenAsync(timeline)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} circuits started in {began.Elapsed.TotalSeconds:N0} s."));
        await StateAsync(probe, "Open");
        var taken = await ScrollAsync([.. opened], TimeSpan.FromMinutes(minutes), faults);
        await StateAsync(probe, $"After {minutes} minutes of scrolling");
        var lost = opened.Count(client => client.IsLost);
        foreach (var client in opened) await client.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        await StateAsync(probe, "Ten seconds after they were closed");

        var came = taken.OfType<double>().Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sixty older rows {came.Count:N0} times, after {At(came, 0.5):N0} ms (median), {At(came, 0.95):N0} ms (95th percentile); {taken.Count - came.Count} times not in half a minute. {lost} connections lost."));
        foreach (var fault in opened.SelectMany(client => client.Faults).Concat(faults).Distinct().Take(5)) Console.WriteLine($"FAULT {fault}");
        return faults.IsEmpty && lost == 0 && came.Count == taken.Count && opened.All(client => client.Faults.Count == 0) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<double?>> ScrollAsync(IReadOnlyList<CircuitClient> clients, TimeSpan duration, ConcurrentQueue<string> faults)
    {
        var (taken, clock) = (new ConcurrentBag<double?>(), Stopwatch.StartNew());
        await Task.WhenAll(clients.Select(async (client, number) =>
        {
            var random = new Random(number);
            while (true)
            {
                await Task.Delay(s_pause * (2 * random.NextDouble()));
                if (clock.Elapsed > duration) return;
                try
                {
                    taken.Add(await client.ScrollAsync());
                }
                catch (InvalidOperationException fault)
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
}
