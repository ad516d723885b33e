using BorderWatch.Postgres;
using BorderWatch.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace BorderWatch.Testing;

/// <summary>
/// One PostgreSQL server for a run of tests, and fresh databases on it: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>.
/// Started when the first test asks, removed at the end. <c>ConnectionStrings__BorderWatch</c>, when set, names a server to use instead;
/// its user must be allowed to create databases.
/// </summary>
public class PostgresFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly string _template = $"borderwatch_template_{Guid.NewGuid():N}";
    private TemporaryFolder? _folder;
    private PrivatePostgres? _server;
    private string? _connectionString;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new database with everything that <see cref="PrepareTemplateAsync"/> makes; dropped when it is disposed.</summary>
    public Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken = default) => CreateDatabaseAsync(_template, cancellationToken);

    /// <summary>A new database with nothing in it.</summary>
    public Task<TestDatabase> CreateEmptyDatabaseAsync(CancellationToken cancellationToken = default) => CreateDatabaseAsync("template1", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connectionString is not null)
            await new TestDatabase(_connectionString, _template).DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder?.Dispose();
        _once.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Fills the database that all others are copied from: the store's migrations.</summary>
    protected virtual async Task PrepareTemplateAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddStore(connectionString).BuildServiceProvider();
        await services.MigrateStoreAsync(cancellationToken);
    }

    private async Task<TestDatabase> CreateDatabaseAsync(string template, CancellationToken cancellationToken)
    {
        var server = await ReadyAsync(cancellationToken);
        var database = new TestDatabase(server, $"borderwatch_test_{Guid.NewGuid():N}");
        await database.CreateAsync(template, cancellationToken);
        return database;
    }

    private async Task<string> ReadyAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            return _connectionString ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var server = Environment.GetEnvironmentVariable("ConnectionStrings__BorderWatch");
        if (string.IsNullOrWhiteSpace(server))
        {
            _folder = new TemporaryFolder();
            _server = await PrivatePostgres.StartAsync(
                new DataFolder(_folder.Path), NullLogger.Instance, new PrivatePostgresOptions { SurvivesPowerCut = false }, cancellationToken);
            server = _server.ConnectionString;
        }

        var template = new TestDatabase(server, _template);
        await template.CreateAsync("template1", cancellationToken);
        await PrepareTemplateAsync(template.ConnectionString, cancellationToken);
        // A database that somebody is connected to can't be copied.
        NpgsqlConnection.ClearAllPools();
        return server;
    }
}
