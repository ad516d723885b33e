namespace BorderWatch.Postgres;

/// <summary>The private server's own log.</summary>
internal static class ServerLog
{
    private const long Enough = 4 * 1024 * 1024;

    /// <summary>Puts a log that has grown aside: the folder keeps two at most.</summary>
    public static void BeginAnew(DataFolder folder)
    {
        if (new FileInfo(folder.ServerLog) is { Exists: true, Length: > Enough })
            File.Move(folder.ServerLog, folder.ServerLog + ".previous", overwrite: true);
    }

    /// <summary>The last lines, in one; empty when there is no log.</summary>
    public static async Task<string> TailAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.ServerLog))
            return "";

        var lines = await File.ReadAllLinesAsync(folder.ServerLog, cancellationToken);
        return string.Join(' ', lines.TakeLast(6));
    }
}
