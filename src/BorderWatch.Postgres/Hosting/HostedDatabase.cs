namespace BorderWatch.Postgres.Hosting;

/// <summary>The database of a host, kept until after the host has stopped.</summary>
public sealed class HostedDatabase : IAsyncDisposable
{
    private readonly ApplicationDatabase _database;
    private readonly StopSignals _signals;

    internal HostedDatabase(ApplicationDatabase database, StopSignals signals)
    {
        _database = database;
        _signals = signals;
    }

    public DataFolder Folder => _database.Folder;

    /// <summary>How to connect, password included: not for logs.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>
    /// Does what has to be done before the host runs, such as migrations, and gives it up when somebody asks the process to stop.
    /// </summary>
    /// <returns>False when it was given up; a line about it has been printed.</returns>
    public async Task<bool> PrepareAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_signals.Requested);
            return true;
        }
        catch (Exception e) when (IsOfStop(e))
        {
            await Console.Error.WriteLineAsync("Stopped before the database was ready.");
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A second Ctrl+C while the server stops must not kill us and leave it behind: the signals stay ours till the end.
        await _database.DisposeAsync();
        _signals.Dispose();
    }

    private bool IsOfStop(Exception e) =>
        _signals.Requested.IsCancellationRequested && (e is OperationCanceledException or { InnerException: OperationCanceledException });
}
