using System.Globalization;
using BorderWatch.Postgres;
using Npgsql;

namespace BorderWatch.EndToEnd.Tests.LifeCycle;

/// <summary>What a person with a terminal can see of a data folder's database.</summary>
internal static class DatabaseOnDisk
{
    /// <summary>The number of the server process that the folder names; null when it names none.</summary>
    public static int? ServerProcess(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postgres", "cluster", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Every server that runs PostgreSQL on the folder, whoever started it.</summary>
    public static IReadOnlyList<string> ServerProcesses(string dataFolder)
    {
        var all = Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Select(process => (Process: Path.GetFileName(process), Command: Read(Path.Combine(process, "cmdline")).Replace('\0', ' '), Parent: ParentOf(process)))
            .Where(process => process.Command.Contains(dataFolder, StringComparison.Ordinal) && process.Command.Contains("postgres ", StringComparison.Ordinal))
            .ToList();
        // A server's worker has the server's own command line until it has named itself.
        var servers = all.Select(process => process.Process).ToHashSet();
        return [.. all.Where(process => !servers.Contains(process.Parent)).Select(process => process.Command)];
    }

    /// <summary>The process group of a process.</summary>
    public static string GroupOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2];
    }

    /// <summary>Runs SQL as another process beside the application; the first value of its answer.</summary>
    public static async Task<object?> AskAsync(string dataFolder, string sql, CancellationToken cancellationToken)
    {
        var connectionString = await PrivatePostgres.AttachAsync(new DataFolder(dataFolder), cancellationToken);
        Assert.NotNull(connectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string ParentOf(string process)
    {
        var stat = Read(Path.Combine(process, "stat"));
        return stat.Length == 0 ? "" : stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1];
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ended while we looked.
            return "";
        }
    }
}
