using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace BorderWatch.Benchmarks.Ingestion;

/// <summary>What the work has cost the processors, whatever else the machine does meanwhile. Linux, and a server of this machine.</summary>
internal static class ProcessorTime
{
    // Clock ticks a second in /proc, on every Linux of today.
    private const double Ticks = 100;

    /// <summary>The time of this process, and of the server with all its processes, ended ones included; zero for a server elsewhere.</summary>
    public static async Task<(TimeSpan Own, TimeSpan Server)> OfAsync(string connectionString, CancellationToken cancellation)
    {
        using var self = Process.GetCurrentProcess();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        if (Fields((int)(await command.ExecuteScalarAsync(cancellation))!) is not { } backend) return (self.TotalProcessorTime, TimeSpan.Zero);
        var server = backend[Parent];
        var ticks = Fields(int.Parse(server, CultureInfo.InvariantCulture)) is { } master ? Sum(master, EndedChildren + 1) : 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && Fields(process) is { } fields && fields[Parent] == server) ticks += Sum(fields, System);
        }
        return (self.TotalProcessorTime, TimeSpan.FromSeconds(ticks / Ticks));
    }

    // Of what stands after the name in /proc/…/stat: the parent, user and system time, and both of children that have ended.
    private const int Parent = 1, User = 11, System = 12, EndedChildren = 13;

    private static double Sum(string[] fields, int last) => fields[User..(last + 1)].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));

    private static string[]? Fields(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return null; // it has ended, or the server runs elsewhere
        }
    }
}
