using System.ComponentModel;
using System.Diagnostics;

namespace BorderWatch.Postgres;

/// <summary>Whether a process that is not our child still lives, whoever it belongs to.</summary>
internal static class ProcessLife
{
    public static bool IsAlive(int id)
    {
        // A zombie has ended; only its parent has not asked yet.
        if (OperatingSystem.IsLinux())
            return ProcessState(id) is not (null or 'Z' or 'X');

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // It is there, and belongs to somebody else.
            return true;
        }
    }

    private static char? ProcessState(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return null;
        }
    }
}
