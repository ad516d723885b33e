using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BorderWatch.Testing;

/// <summary>The application as its users start it: a process of its own, on a data folder, on a free port of loopback.</summary>
public sealed partial class ApplicationProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApplicationProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public int Id => _process.Id;

    /// <summary>What it has printed so far, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it and returns at once.</summary>
    /// <param name="dataFolder">Given as <c>--data</c>.</param>
    /// <param name="configure">Changes how the process is started; null changes nothing.</param>
    public static ApplicationProcess Begin(string dataFolder, Action<ProcessStartInfo>? configure = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "BorderWatch.Web.dll"), "--data", dataFolder, "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__BorderWatch");
        configure?.Invoke(start);
        var application = new ApplicationProcess(start);
        application._process.Start();
        application._process.BeginOutputReadLine();
        application._process.BeginErrorReadLine();
        return application;
    }

    /// <summary>Starts it and waits until its pages are served.</summary>
    public static async Task<ApplicationProcess> StartAsync(
        string dataFolder, CancellationToken cancellationToken, Action<ProcessStartInfo>? configure = null)
    {
        var application = Begin(dataFolder, configure);
        try
        {
            await application.WaitForAddressAsync(cancellationToken);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where its pages are.</summary>
    public async Task<Uri> WaitForAddressAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(_address.Task, ended, Task.Delay(StartLimit, cancellationToken));
        return first == _address.Task
            ? await _address.Task
            : throw new InvalidOperationException($"The application {(first == ended ? "ended" : "took too long")} before its pages were served. It printed:\n{Output}");
    }

    /// <summary>Waits until it has printed the text.</summary>
    public async Task WaitForOutputAsync(string text, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal); await Task.Delay(20, cancellationToken))
        {
            if (waited.Elapsed > StartLimit)
                throw new InvalidOperationException($"The application did not print '{text}' but:\n{Output}");
        }
    }

    /// <summary>Sends a signal (TERM, KILL …) and waits for its end; the exit code.</summary>
    /// <param name="signal">As <c>kill</c> names it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="wholeGroup">To its process group, which must be its own, as a terminal's Ctrl+C does.</param>
    public async Task<int> StopAsync(string signal, CancellationToken cancellationToken, bool wholeGroup = false)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", $"{(wholeGroup ? "-" : "")}{Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        return await WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(StopLimit, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Stops it cleanly when it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync("TERM", CancellationToken.None);
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;

        lock (_output)
            _output.Add(line);
        if (AddressLine().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"BorderWatch is at (http://127\.0\.0\.1:\d+)")]
    private static partial Regex AddressLine();
}
