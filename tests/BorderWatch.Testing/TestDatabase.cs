using Npgsql;

namespace BorderWatch.Testing;

/// <summary>A database of one test or test class; dropped when it is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    internal TestDatabase(string server, string name)
    {
        _server = new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10, IncludeErrorDetail = true }.ConnectionString;
    }

    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"drop database if exists {_name} with (force)", CancellationToken.None);
    }

    internal Task CreateAsync(string template, CancellationToken cancellationToken) =>
        ExecuteAsync($"create database {_name} template {template}", cancellationToken);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var server = new NpgsqlConnection(_server);
        await server.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
