namespace BorderWatch.Postgres;

/// <summary>Who may enter and read folders, on systems that have Unix modes; elsewhere everybody may.</summary>
internal static class FolderAccess
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public const UnixFileMode OwnerWritesOthersEnter =
        OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Creates the folder with the mode when it is missing; missing parents get the usual mode. Leaves an existing one alone.</summary>
    public static void Create(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            if (Path.GetDirectoryName(path) is { } parent)
                Directory.CreateDirectory(parent);
            Directory.CreateDirectory(path, mode);
            // The process's umask may have taken bits away.
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>Others may go through the folder to what is theirs in it, and can't list it.</summary>
    public static void LetOthersEnter(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>
    /// Writes a file that only its owner can read, never readable by others even for a moment; it is there whole or not at all.
    /// A file that stands there already is replaced.
    /// </summary>
    public static async Task WriteSecretAsync(string path, string text, CancellationToken cancellationToken)
    {
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        await using (var writer = new StreamWriter(unfinished, options))
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>
    /// The first folder on the way to the path, itself included, that accounts other than its owner can't enter;
    /// null when there is none. Folders that don't exist yet count as open.
    /// </summary>
    public static string? FirstClosedToOthers(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;

        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return folder.FullName;
        }

        return null;
    }
}
