using System.Diagnostics;
using System.Text.RegularExpressions;
using BorderWatch.Testing;
using BorderWatch.Web.Shell;

namespace BorderWatch.Web.Tests.Host;

/// <summary>The application itself, as its own process on a free port of the loopback, over a database of the test.</summary>
internal sealed partial class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private RunningApplication(Process process, TemporaryFolder folder, Uri address)
    {
        (_process, _folder) = (process, folder);
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Talks to it.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it says where it is.</summary>
    public static async Task<RunningApplication> StartAsync(string connectionString, CancellationToken cancellation, params string[] settings)
    {
        var folder = new TemporaryFolder();
        var program = typeof(App).Assembly.Location.Replace("BorderWatch.Web.Tests", "BorderWatch.Web", StringComparison.Ordinal)
            .Replace($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", "--data", folder.Path, "--Ingestion:PollDueSources=false", .. settings])
        {
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__BorderWatch"] = connectionString },
        }) ?? throw new InvalidOperationException("The application did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_startLimit);
        List<string> said = [];
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            said.Add(line);
            if (Announcement().Match(line) is not { Success: true } match) continue;
            // Nobody reads on, so a full pipe must not stop the application.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new(process, folder, new Uri(match.Groups[1].Value));
        }
        throw new InvalidOperationException($"The application ended before it listened: {string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"BorderWatch is at (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Announcement();
}
