using Microsoft.Extensions.Logging;

namespace BorderWatch.Postgres;

/// <summary>
/// The database that an application works on: one that its configuration names, else the private one of its data folder, which
/// stops when this is disposed if this process started it.
/// </summary>
public sealed class ApplicationDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres? _server;

    private ApplicationDatabase(DataFolder folder, string connectionString, PrivatePostgres? server)
    {
        Folder = folder;
        ConnectionString = connectionString;
        _server = server;
    }

    /// <summary>Used even when the database is elsewhere: keys are kept in it.</summary>
    public DataFolder Folder { get; }

    /// <summary>How to connect, password included: not for logs.</summary>
    public string ConnectionString { get; }

    /// <summary>For the application itself, which owns its data folder while it runs.</summary>
    /// <inheritdoc cref="OpenToShareAsync"/>
    public static async Task<ApplicationDatabase> OpenAsync(
        DataFolder folder, string? configured, ILogger logger, CancellationToken cancellationToken)
    {
        folder.EnsureUsable();
        if (!string.IsNullOrWhiteSpace(configured))
            return new ApplicationDatabase(folder, configured, null);

        var server = await PrivatePostgres.StartAsync(folder, logger, cancellationToken);
        return new ApplicationDatabase(folder, server.ConnectionString, server);
    }

    /// <summary>For a command, which may work beside the running application, or alone.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="configured"><c>ConnectionStrings:BorderWatch</c>; null or blank when it isn't set.</param>
    /// <param name="logger">Told what is started and stopped.</param>
    /// <param name="cancellationToken">Gives up; what was started is stopped.</param>
    /// <exception cref="PrivatePostgresException">There is no database to be had; the message says what to do.</exception>
    public static async Task<ApplicationDatabase> OpenToShareAsync(
        DataFolder folder, string? configured, ILogger logger, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new ApplicationDatabase(folder, configured, null);

        var (connectionString, started) = await PrivatePostgres.AttachOrStartAsync(folder, logger, cancellationToken);
        return new ApplicationDatabase(folder, connectionString, started);
    }

    /// <summary>Tells those who try to start on the same folder where this application's pages are.</summary>
    public void Announce(string address) => _server?.Announce(address);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
