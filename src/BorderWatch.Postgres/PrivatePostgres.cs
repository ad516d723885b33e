using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BorderWatch.Postgres;

/// <summary>
/// A PostgreSQL server of the application's own, in its data folder. It runs from <see cref="StartAsync(DataFolder, ILogger, CancellationToken)"/>
/// until it is disposed; after a crash of the application the next start recovers.
/// </summary>
public sealed partial class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan AttachLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ImmediateStopLimit = TimeSpan.FromSeconds(10);

    // Reasons not to start that pass: another program took the port after we had found it free; the last workers of a
    // server that was killed have not ended yet.
    private static readonly string[] s_passing = ["could not bind", "pre-existing shared memory block"];

    private readonly DataFolder _folder;
    private readonly DataFolderLock _lock;
    private readonly Cluster _cluster;
    private readonly PrivatePostgresOptions _options;
    private readonly ILogger _logger;
    private bool _stopped;

    private PrivatePostgres(DataFolder folder, DataFolderLock folderLock, Cluster cluster, PrivatePostgresOptions options, ILogger logger)
    {
        _folder = folder;
        _lock = folderLock;
        _cluster = cluster;
        _options = options;
        _logger = logger;
    }

    /// <summary>How to connect, password included: not for logs.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc cref="StartAsync(DataFolder, ILogger, PrivatePostgresOptions, CancellationToken)"/>
    public static Task<PrivatePostgres> StartAsync(DataFolder folder, ILogger logger, CancellationToken cancellationToken) =>
        StartAsync(folder, logger, new PrivatePostgresOptions(), cancellationToken);

    /// <summary>Takes the folder for this process and starts its server, creating both when they are missing.</summary>
    /// <exception cref="PrivatePostgresException">The folder is in use or unusable, or the server doesn't start; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(
        DataFolder folder, ILogger logger, PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        folder.EnsureUsable();
        return await StartAsync(DataFolderLock.Take(folder), folder, logger, options, cancellationToken);
    }

    /// <summary>
    /// Connects to the server that another process runs on the folder; starts one for this process when none runs.
    /// Waits for another process that is only just starting.
    /// </summary>
    /// <returns>How to connect, and the server to dispose when it was started here: null when it is another's.</returns>
    public static async Task<(string ConnectionString, PrivatePostgres? Started)> AttachOrStartAsync(
        DataFolder folder, ILogger logger, CancellationToken cancellationToken)
    {
        folder.EnsureUsable();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < AttachLimit; await Task.Delay(200, cancellationToken))
        {
            if (await AttachAsync(folder, cancellationToken) is { } running)
                return (running, null);
            if (DataFolderLock.TryTake(folder) is not { } folderLock)
                continue;

            var started = await StartAsync(folderLock, folder, logger, new PrivatePostgresOptions(), cancellationToken);
            return (started.ConnectionString, started);
        }

        throw DataFolderLock.Held(folder);
    }

    private static async Task<PrivatePostgres> StartAsync(
        DataFolderLock folderLock, DataFolder folder, ILogger logger, PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        try
        {
            new RunningInstance(Environment.ProcessId).Write(folder);
            var cluster = await Cluster.OpenAsync(folder, cancellationToken);
            var server = new PrivatePostgres(folder, folderLock, cluster, options, logger);
            await server.StopOrphanAsync(cancellationToken);
            await server.LaunchAsync(cancellationToken);
            return server;
        }
        catch
        {
            File.Delete(folder.Running);
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// How to connect to the server that another process runs on the folder; null when none runs. It goes when that process goes.
    /// </summary>
    public static async Task<string?> AttachAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        if (RunningInstance.Read(folder) is not { Port: { } port, HolderLives: true } || !File.Exists(folder.Password))
            return null;

        var connectionString = ConnectTo(port, await File.ReadAllTextAsync(folder.Password, cancellationToken), Cluster.Owner);
        return await ServerDatabase.AnswersAsync(connectionString, cancellationToken) ? connectionString : null;
    }

    /// <summary>Tells those who try to start on the same folder where the running application's pages are.</summary>
    public void Announce(string address)
    {
        if (RunningInstance.Read(_folder) is { } running)
            (running with { Address = address }).Write(_folder);
    }

    /// <summary>
    /// Stops the server and frees the folder. Open transactions are rolled back. A server that does not stop within
    /// <see cref="PrivatePostgresOptions.StopLimit"/> is told to stop at once.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;

        _stopped = true;
        try
        {
            if (Postmaster.RunningOn(_folder.Cluster) is { } process)
                await StopAsync(process, CancellationToken.None);
        }
        finally
        {
            File.Delete(_folder.Running);
            _lock.Dispose();
        }
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        const int attempts = 10;
        for (var attempt = 1; ; attempt++)
        {
            var port = ServerSettings.FreePort();
            await _cluster.WriteSettingsAsync(port, _options, cancellationToken);
            var start = await ControlStartAsync(cancellationToken);
            if (start.Succeeded)
            {
                await ConnectAsync(port, cancellationToken);
                return;
            }

            var log = await ServerLog.TailAsync(_folder, cancellationToken);
            if (attempt == attempts || !s_passing.Any(reason => log.Contains(reason, StringComparison.Ordinal)))
            {
                throw new PrivatePostgresException(
                    $"The database in {_folder} did not start. The end of its log, {_folder.ServerLog}, says: {log.Trim()} {start.Output.Trim()}");
            }

            await Task.Delay(300, cancellationToken);
        }
    }

    private async Task<ProgramRun> ControlStartAsync(CancellationToken cancellationToken)
    {
        ServerLog.BeginAnew(_folder);
        try
        {
            // Recovery after a crash may take minutes; whoever waits for it may cancel.
            return await _cluster.ControlAsync(["start", "-w", "-t", "3600", "-s", "-l", _folder.ServerLog], cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (Postmaster.RunningOn(_folder.Cluster) is { } process)
                await StopAsync(process, CancellationToken.None);
            throw;
        }
    }

    private async Task ConnectAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            var password = await _cluster.ReadPasswordAsync(cancellationToken);
            await ServerDatabase.EnsureExistsAsync(ConnectTo(port, password, "postgres"), Cluster.Owner, cancellationToken);
            ConnectionString = ConnectTo(port, password, Cluster.Owner);
            new RunningInstance(Environment.ProcessId, Port: port).Write(_folder);
            LogStarted(_cluster.Major, _folder.Path, port);
        }
        catch
        {
            if (Postmaster.RunningOn(_folder.Cluster) is { } process)
                await StopAsync(process, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A server that outlived its application, which was killed: its clean stop spares us a recovery.</summary>
    private async Task StopOrphanAsync(CancellationToken cancellationToken)
    {
        if (Postmaster.RunningOn(_folder.Cluster) is { } process)
        {
            LogOrphan(process);
            await StopAsync(process, cancellationToken);
        }

        Postmaster.ForgetCrashed(_folder.Cluster);
    }

    private async Task StopAsync(int process, CancellationToken cancellationToken)
    {
        foreach (var (mode, limit) in ((string, TimeSpan)[])[("fast", _options.StopLimit), ("immediate", ImmediateStopLimit)])
        {
            var seconds = limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            var stop = await _cluster.ControlAsync(["stop", "-m", mode, "-w", "-t", seconds, "-s"], cancellationToken);
            if (await Postmaster.WaitForExitAsync(process, stop.Succeeded ? TimeSpan.FromSeconds(5) : TimeSpan.Zero, cancellationToken))
                return;
            LogSlowStop(process, mode, stop.Output);
        }

        throw new PrivatePostgresException(
            $"The database process {process} on {_folder} does not stop. End it (kill -QUIT {process}); nothing that was saved is lost.");
    }

    private static string ConnectTo(int port, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Cluster.Owner,
        Password = password,
        Database = database,
        MaxPoolSize = 80,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "BorderWatch",
    }.ConnectionString;

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL {Major} runs in {Folder} on 127.0.0.1:{Port}")]
    private partial void LogStarted(int major, string folder, int port);

    [LoggerMessage(LogLevel.Warning, "BorderWatch was not stopped cleanly: its database, process {Process}, still runs and is stopped before it is started anew")]
    private partial void LogOrphan(int process);

    [LoggerMessage(LogLevel.Warning, "The database, process {Process}, did not stop in time ({Mode} stop): {Output}")]
    private partial void LogSlowStop(int process, string mode, string output);
}
