using System.Globalization;
using System.Security.Cryptography;

namespace BorderWatch.Postgres;

/// <summary>The folder in which the private server keeps its databases, and the programs that can run it.</summary>
internal sealed class Cluster
{
    /// <summary>The database's only user, and the name of its database.</summary>
    public const string Owner = "borderwatch";

    private readonly DataFolder _folder;
    private readonly ServerAccount _account;
    private readonly PostgresPrograms _programs;

    private Cluster(DataFolder folder, ServerAccount account, PostgresPrograms programs)
    {
        _folder = folder;
        _account = account;
        _programs = programs;
    }

    public int Major => _programs.Major;

    public string BinFolder => _programs.BinFolder;

    /// <summary>Opens the folder's cluster; makes one when there is none.</summary>
    public static async Task<Cluster> OpenAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var account = await ServerAccount.ChooseAsync(cancellationToken);
        if (account.Name is not null && FolderAccess.FirstClosedToOthers(folder.Path) is { } closed)
        {
            throw new PrivatePostgresException(
                $"The account {account.Name}, which runs the database because PostgreSQL refuses to run as root, cannot enter {closed}. "
                + "Choose another data folder with --data PATH, for example /var/lib/borderwatch.");
        }

        var exists = Directory.Exists(folder.Cluster);
        var programs = await PostgresSearch.FindAsync(exists ? MajorOf(folder.Cluster) : null, cancellationToken);
        programs = await ReachablePrograms.ForAsync(account, programs, folder, cancellationToken);
        var cluster = new Cluster(folder, account, programs);
        if (!exists)
            await cluster.InitialiseAsync(cancellationToken);
        return cluster;
    }

    public Task WriteSettingsAsync(int port, PrivatePostgresOptions options, CancellationToken cancellationToken) =>
        ServerSettings.WriteAsync(_folder.Cluster, port, options, cancellationToken);

    public Task<string> ReadPasswordAsync(CancellationToken cancellationToken) => File.ReadAllTextAsync(_folder.Password, cancellationToken);

    /// <summary>Runs <c>pg_ctl</c> on this cluster; <c>pg_ctl start</c> gives the server a session of its own, where Ctrl+C does not reach it.</summary>
    public Task<ProgramRun> ControlAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        _account.RunAsync(_programs.Control, ["-D", _folder.Cluster, .. arguments], _programs, _folder.Path, cancellationToken);

    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        // Built under another name and renamed when it is whole: a start that was cut short leaves no half of a cluster.
        var unfinished = Path.Combine(_folder.Server, "cluster.unfinished");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);

        // An empty one was left by a start that was cut short; no cluster exists that it could belong to.
        if (new FileInfo(_folder.Password) is not { Exists: true, Length: > 0 })
            await FolderAccess.WriteSecretAsync(_folder.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), cancellationToken);
        FolderAccess.Create(_folder.Server, FolderAccess.OwnerOnly);
        var passwordForAccount = Path.Combine(_folder.Server, "password");
        await FolderAccess.WriteSecretAsync(passwordForAccount, await ReadPasswordAsync(cancellationToken), cancellationToken);
        await _account.OwnAsync(_folder.Server, cancellationToken);

        await InitialiseAsync(unfinished, passwordForAccount, cancellationToken);
        File.Delete(passwordForAccount);
        Directory.Move(unfinished, _folder.Cluster);
    }

    private async Task InitialiseAsync(string cluster, string passwordFile, CancellationToken cancellationToken)
    {
        // Unicode letters are letters in C.UTF-8, and its order never changes with an upgrade of the system.
        string[][] locales = Major >= 17
            ? [["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"],
               ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]]
            : [["--locale=C.UTF-8"], ["--locale=en_US.UTF-8"], ["--locale=C"]];

        ProgramRun? run = null;
        foreach (var locale in locales)
        {
            run = await _account.RunAsync(
                _programs.InitDb,
                ["-D", cluster, "-U", Owner, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8",
                 "--text-search-config=simple", .. locale],
                _programs, _folder.Path, cancellationToken);
            if (run.Succeeded)
                return;
            if (!run.Output.Contains("locale name", StringComparison.Ordinal))
                break;
        }

        throw new PrivatePostgresException(
            $"The database could not be created in {_folder}. initdb of PostgreSQL {Major} ({_programs.BinFolder}) said: {run!.Output.Trim()}");
    }

    private static int MajorOf(string cluster)
    {
        var file = Path.Combine(cluster, "PG_VERSION");
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major))
            return major;

        throw new PrivatePostgresException(
            $"{cluster} is not a PostgreSQL database: its file PG_VERSION is missing or unreadable. "
            + "Restore the folder from a backup, or choose another with --data PATH.");
    }
}
