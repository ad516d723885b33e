using System.Diagnostics;
using System.Globalization;

namespace BorderWatch.Postgres;

/// <summary>The server process that a cluster's <c>postmaster.pid</c> names.</summary>
internal static class Postmaster
{
    /// <summary>The process number of the server that runs on the cluster; null when none does.</summary>
    public static int? RunningOn(string cluster)
    {
        var file = FileOf(cluster);
        if (!File.Exists(file)
            || !int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        return IsServerOn(cluster, id) ? id : null;
    }

    /// <summary>
    /// Removes what a crashed server left. PostgreSQL would take any process that has the number by now, or a dead one that
    /// nobody has asked after, for a server and refuse to start. The caller holds the folder's lock.
    /// </summary>
    public static void ForgetCrashed(string cluster)
    {
        if (RunningOn(cluster) is null)
            File.Delete(FileOf(cluster));
    }

    public static async Task<bool> WaitForExitAsync(int id, TimeSpan limit, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < limit; await Task.Delay(50, cancellationToken))
        {
            if (!ProcessLife.IsAlive(id))
                return true;
        }

        return !ProcessLife.IsAlive(id);
    }

    private static string FileOf(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>After a crash the number may belong to any other program by now.</summary>
    private static bool IsServerOn(string cluster, int id)
    {
        if (!ProcessLife.IsAlive(id))
            return false;

        // A server's current directory is its cluster.
        if (OperatingSystem.IsLinux())
            return CurrentDirectoryOf(id) == RealPath(cluster);

        using var process = Process.GetProcessById(id);
        return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null when the process has ended, or is somebody else's, which our server never is.</summary>
    private static string? CurrentDirectoryOf(int id)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{id}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The path without symbolic links on the way.</summary>
    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;

        var target = new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return target is null ? Path.Combine(RealPath(parent), Path.GetFileName(path)) : RealPath(target);
    }
}
