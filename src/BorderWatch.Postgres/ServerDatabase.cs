using System.Net.Sockets;
using Npgsql;

namespace BorderWatch.Postgres;

/// <summary>The private server, seen as a client sees it.</summary>
internal static class ServerDatabase
{
    public static async Task EnsureExistsAsync(string maintenance, string name, CancellationToken cancellationToken)
    {
        await using var server = new NpgsqlConnection(Unpooled(maintenance));
        await server.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", server) { Parameters = { new() { Value = name } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null)
            return;

        await using var create = new NpgsqlCommand($"create database \"{name}\"", server);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(connectionString));
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            // Nobody listens there any more, or somebody else does: in both cases it is not our server.
            return false;
        }
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 10 }.ConnectionString;
}
