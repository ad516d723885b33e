namespace BorderWatch.Testing;

/// <summary>A folder of its own under the system's temporary folder; deleted with all that is in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode OthersMayEnter =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("borderwatch-test-").FullName;
        // Under root the database runs as another account, which has to get in.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, OthersMayEnter);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
