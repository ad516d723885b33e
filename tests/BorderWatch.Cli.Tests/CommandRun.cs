using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace BorderWatch.Cli.Tests;

/// <summary>The built <c>borderwatch</c>, run as a process, as its users run it.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">What it wrote to standard output, as UTF-8.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandRun(int Status, string Output, string Error)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "borderwatch.exe" : "borderwatch");

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each line of standard output as JSON; throws where one is not.</summary>
    public JsonElement[] Json => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs it to its end.</summary>
    public static async Task<CommandRun> RunAsync(string[] arguments, string input = "", string? connectionString = null, params (string Name, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Start(arguments, connectionString, settings);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
        return new CommandRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it; the caller reads what it writes, and ends it.</summary>
    public static Process Start(string[] arguments, string? connectionString, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_utf8,
            StandardOutputEncoding = s_utf8,
            StandardErrorEncoding = s_utf8,
        };
        start.Environment.Remove("ConnectionStrings__BorderWatch");
        start.Environment.Remove("BORDERWATCH_DATA");
        if (connectionString is not null) start.Environment["ConnectionStrings__BorderWatch"] = connectionString;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
    }
}
