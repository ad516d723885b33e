using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace BorderWatch.Postgres;

/// <summary>What a program that was run to its end said.</summary>
/// <param name="ExitCode">-1 when the program could not be started.</param>
/// <param name="Output">Standard output and standard error, in the order of arrival.</param>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<ProgramRun> RunAsync(
        string program, IReadOnlyList<string> arguments, Action<ProcessStartInfo>? configure, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Messages that this code reads are in English whatever the user's language.
        start.Environment["LC_ALL"] = "C";
        configure?.Invoke(start);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);

        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ProgramRun(-1, e.Message);
        }

        if (start.RedirectStandardOutput)
        {
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Not its children: a server that pg_ctl has just started is to be stopped in order, not killed.
            process.Kill();
            throw;
        }

        lock (output)
            return new ProgramRun(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.AppendLine(line);
        }
    }
}
