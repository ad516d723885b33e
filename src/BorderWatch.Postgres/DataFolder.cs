using System.Security;
using Microsoft.Extensions.Configuration;

namespace BorderWatch.Postgres;

/// <summary>The one folder that holds everything BorderWatch keeps: the database, its password, the keys and the lock.</summary>
public sealed record DataFolder
{
    /// <summary>The setting that chooses the folder.</summary>
    public const string Setting = "Data:Folder";

    /// <summary>The option of the command line, <c>--data PATH</c>, as configuration sees it. It outweighs the setting.</summary>
    public const string Option = "data";

    /// <summary>The environment variable that chooses the folder when neither option nor setting does.</summary>
    public const string EnvironmentVariable = "BORDERWATCH_DATA";

    /// <param name="path">Where the folder is or is to be; relative paths are from the current directory.</param>
    public DataFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>What the private server owns: its cluster and its log.</summary>
    internal string Server => In("postgres");

    internal string Cluster => System.IO.Path.Combine(Server, "cluster");

    internal string ServerLog => System.IO.Path.Combine(Server, "server.log");

    /// <summary>A copy of the server's programs, made only when its account can't reach the originals.</summary>
    internal string ServerPrograms => In("postgres-programs");

    internal string Password => In("postgres-password");

    internal string Lock => In("lock");

    internal string Running => In("running.json");

    /// <summary>
    /// The folder that <c>--data</c> or the setting names, else that of <see cref="EnvironmentVariable"/>, else <see cref="Default"/>.
    /// </summary>
    public static DataFolder From(IConfiguration configuration) => Choose(FirstGiven(configuration[Option], configuration[Setting]));

    /// <param name="chosen">What <c>--data</c> says; null or blank when it was not given.</param>
    public static DataFolder Choose(string? chosen) =>
        FirstGiven(chosen, Environment.GetEnvironmentVariable(EnvironmentVariable)) is { } path
            ? new DataFolder(path)
            : Default();

    /// <summary>
    /// <c>borderwatch</c> in the user's data directory; as root, when the account that runs the database could not enter that
    /// directory, <c>/var/lib/borderwatch</c>.
    /// </summary>
    public static DataFolder Default()
    {
        var home = OperatingSystem.IsLinux() ? Environment.GetEnvironmentVariable("XDG_DATA_HOME") : null;
        var parent = FirstGiven(home) ?? Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var usual = new DataFolder(System.IO.Path.Combine(parent, "borderwatch"));

        return ServerAccount.IsNeeded && FolderAccess.FirstClosedToOthers(usual.Path) is not null
            ? new DataFolder("/var/lib/borderwatch")
            : usual;
    }

    /// <summary>Makes the folder when it is missing and tries a write.</summary>
    /// <exception cref="PrivatePostgresException">The folder can't be used.</exception>
    public void EnsureUsable()
    {
        try
        {
            FolderAccess.Create(Path, FolderAccess.OwnerOnly);
            if (ServerAccount.IsNeeded)
                FolderAccess.LetOthersEnter(Path);
            var probe = In($".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            throw new PrivatePostgresException(
                $"BorderWatch cannot write to its data folder {Path}: {e.Message.TrimEnd('.')}. "
                + $"Make the folder writable for {Environment.UserName}, or choose another with --data PATH.", e);
        }
    }

    /// <summary>The folder of the keys that protect cookies and tokens, made when it is missing; nobody else can enter it.</summary>
    public DirectoryInfo EnsureKeys()
    {
        var keys = In("keys");
        FolderAccess.Create(keys, FolderAccess.OwnerOnly);
        return new DirectoryInfo(keys);
    }

    public override string ToString() => Path;

    private static string? FirstGiven(params IEnumerable<string?> values) => values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
