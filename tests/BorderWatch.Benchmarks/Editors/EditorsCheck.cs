using System.Diagnostics;
using System.Globalization;
using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Benchmarks.Editors;

/// <summary>
/// Twenty editors save at random on a hundred incidents while the server, its PostgreSQL or both are killed (SIGKILL) and started again. Afterwards every save that was acknowledged has to be
/// there, once, with its revision, and the history has to hold. Run:
/// <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- editors --minutes 5</c>. <c>--lose</c> removes one ruling before the check, which has to notice.
/// </summary>
internal static class EditorsCheck
{
    private const int Editors = 20;
    private const int Incidents = 100;
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var minutes = BenchmarkRun.Number(args, "--minutes", 5);
        var folder = Directory.CreateTempSubdirectory("borderwatch-editors-").FullName;
        var port = BenchmarkRun.FreePort();
        var (random, kills) = (new Random(7), new SortedDictionary<string, int>());
        var (server, connection) = await StartAsync(folder, port);
        try
        {
            var ids = await IncidentsAsync(connection);
            var editors = Enumerable.Range(1, Editors).Select(number => new Editor(number, new Uri($"http://127.0.0.1:{port}/"), ids, TimeSpan.FromMilliseconds(150))).ToList();
            using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
            var editing = Task.WhenAll(editors.Select(editor => Task.Run(() => editor.EditAsync(stop.Token))));
            var down = new List<double>();
            while (!editing.IsCompleted)
            {
                if (await Task.WhenAny(editing, Task.Delay(TimeSpan.FromSeconds(12 + random.Next(10)))) == editing) break;
                var what = new[] { "the server", "PostgreSQL", "both at once" }[random.Next(3)];
                kills[what] = kills.GetValueOrDefault(what) + 1;
                var began = Stopwatch.GetTimestamp();
                if (what != "the server") KillPostgres(folder);
                // Where the database alone is killed, the server goes on for a moment without it.
                if (what == "PostgreSQL") await Task.Delay(TimeSpan.FromSeconds(2));
                await KillAsync(server);
                (server, connection) = await StartAsync(folder, port);
                down.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            }
            await editing;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Editors} editors, {Incidents} incidents, {minutes} minutes. Killed: {string.Join(", ", kills.Select(kill => $"{kill.Key} {kill.Value} times"))}; back after {down.DefaultIfEmpty(0).Average():F1} s on average."));
            await using var services = new ServiceCollection().AddStore(connection).BuildServiceProvider();
            return await new EditorsVerdict(services, editors).GiveAsync(args.Contains("--lose"));
        }
        finally
        {
            await KillAsync(server);
            KillPostgres(folder);
            await Task.Delay(TimeSpan.FromSeconds(1));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Process Server, string Connection)> StartAsync(string folder, int port)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in new[] { "editors-server", folder, port.ToString(CultureInfo.InvariantCulture), Incidents.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);
        var server = Process.Start(start) ?? throw new InvalidOperationException("The server was not started.");
        using var limit = new CancellationTokenSource(s_startLimit);
        while (await server.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(EditorsServer.Ready, StringComparison.Ordinal)) return (server, line[(EditorsServer.Ready.Length + 1)..]);
        }
        throw new InvalidOperationException("The server ended before it was ready.");
    }

    private static async Task KillAsync(Process server)
    {
        if (!server.HasExited) server.Kill();
        await server.WaitForExitAsync();
    }

    // The postmaster that the server started, by the number in its own file; nothing where another program has that number by now.
    private static void KillPostgres(string folder)
    {
        var file = Path.Combine(folder, "postgres", "cluster", "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return;
        try
        {
            if (!File.ReadAllText($"/proc/{id}/cmdline").Contains(folder, StringComparison.Ordinal)) return;
            using var postmaster = Process.GetProcessById(id);
            postmaster.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return; // It has ended by itself.
        }
    }

    private static async Task<IReadOnlyList<Guid>> IncidentsAsync(string connection)
    {
        await using var services = new ServiceCollection().AddStore(connection).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync();
        return await db.Incidents.OrderBy(incident => incident.Id).Take(Incidents).Select(incident => incident.Id).ToListAsync();
    }
}
