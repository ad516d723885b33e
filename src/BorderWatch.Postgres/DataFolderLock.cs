namespace BorderWatch.Postgres;

/// <summary>
/// One process at a time owns a data folder. The operating system holds the lock for the process, so that it is free
/// again however the process ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Null when another process owns the folder.</summary>
    public static DataFolderLock? TryTake(DataFolder folder)
    {
        try
        {
            return new DataFolderLock(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivatePostgresException(
                $"{Environment.UserName} may not open {folder.Lock}: another user has started BorderWatch on this folder before. "
                + "Start it as that user, or choose another folder with --data PATH.", e);
        }
    }

    /// <exception cref="PrivatePostgresException">Another process owns the folder.</exception>
    public static DataFolderLock Take(DataFolder folder) => TryTake(folder) ?? throw Held(folder);

    public static PrivatePostgresException Held(DataFolder folder) => new(
        RunningInstance.Read(folder) is { } running
            ? $"BorderWatch is already running on this folder ({running.Describe()}): {folder}. "
              + "Use that one, stop it first, or choose another folder with --data PATH."
            : $"BorderWatch is already running on this folder: {folder}. Stop it first, or choose another folder with --data PATH.");

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK on Linux and macOS; a sharing violation on Windows. A full disk, say, is something else.
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
