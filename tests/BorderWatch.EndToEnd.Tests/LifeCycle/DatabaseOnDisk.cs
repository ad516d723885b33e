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

    /// <summary>Every process that runs PostgreSQL on the folder, whoever started it.</summary>
    public static IReadOnlyList<string> ServerProcesses(string dataFolder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Select(process => Read(Path.Combine(process, "cmdline")).Replace('\0', ' '))
            .Where(command => command.Contains(dataFolder, StringComparison.Ordinal) && command.Contains("postgres ", StringComparison.Ordinal))
    ];

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
