namespace BorderWatch.Postgres;

/// <summary>Server programs that the server's account can run, wherever the originals lie.</summary>
internal static class ReachablePrograms
{
    /// <summary>The programs themselves, or a copy in the data folder when they lie where the account can't go (a checkout under /root).</summary>
    public static async Task<PostgresPrograms> ForAsync(
        ServerAccount account, PostgresPrograms programs, DataFolder folder, CancellationToken cancellationToken)
    {
        if (await CanRunAsync(account, programs, cancellationToken))
            return programs;

        // bin, lib and share have one parent in the packages whose programs find the rest relative to themselves.
        var from = Path.GetDirectoryName(programs.BinFolder)!;
        var to = Path.Combine(folder.ServerPrograms, programs.Major.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!Directory.Exists(to))
        {
            var unfinished = to + ".unfinished";
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            Copy(new DirectoryInfo(from), unfinished, cancellationToken);
            Directory.Move(unfinished, to);
        }

        var copy = new PostgresPrograms(
            Path.Combine(to, Path.GetFileName(programs.BinFolder)), programs.Major,
            programs.LibraryFolder is null ? null : Path.Combine(to, Path.GetRelativePath(from, programs.LibraryFolder)));
        return await CanRunAsync(account, copy, cancellationToken)
            ? copy
            : throw new PrivatePostgresException(
                $"The account {account.Name ?? Environment.UserName} cannot run PostgreSQL's programs in {programs.BinFolder}, nor a copy in {to}. "
                + "Install PostgreSQL (Debian, Ubuntu: apt-get install postgresql), or choose a data folder from which programs may run.");
    }

    private static async Task<bool> CanRunAsync(ServerAccount account, PostgresPrograms programs, CancellationToken cancellationToken) =>
        (await account.RunAsync(programs.InitDb, ["--version"], programs, Path.GetTempPath(), cancellationToken)).Succeeded
        && (account.Name is null || FolderAccess.FirstClosedToOthers(programs.BinFolder) is null);

    private static void Copy(DirectoryInfo from, string to, CancellationToken cancellationToken)
    {
        FolderAccess.Create(to, FolderAccess.OwnerWritesOthersEnter);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
                File.CreateSymbolicLink(target, link);
            else if (entry is DirectoryInfo folder)
                Copy(folder, target, cancellationToken);
            else
                CopyReadable((FileInfo)entry, target);
        }
    }

    private static void CopyReadable(FileInfo file, string target)
    {
        file.CopyTo(target);
        if (OperatingSystem.IsWindows())
            return;

        var readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        var runs = file.UnixFileMode.HasFlag(UnixFileMode.UserExecute)
            ? UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
            : UnixFileMode.None;
        File.SetUnixFileMode(target, readable | runs);
    }
}
