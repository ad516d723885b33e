using BorderWatch.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace BorderWatch.Postgres.Tests;

public sealed class FixtureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Databases_AreEachTheirOwn()
    {
        await using var one = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var other = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);

        await ExecuteAsync(one.ConnectionString, "create table only_here (id int)");

        var missing = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(other.ConnectionString, "select * from only_here"));
        Assert.Equal(PostgresErrorCodes.UndefinedTable, missing.SqlState);
    }

    [Theory]
    [InlineData("create extension pg_trgm; select word_similarity('kunar', 'kunar province')", 1f)]
    [InlineData("create extension unaccent; select unaccent('Kōkand')", "Kokand")]
    [InlineData("select lower('ÉЖ')", "éж")]
    [InlineData("show server_encoding", "UTF8")]
    public async Task Server_HasWhatTheStoreNeeds(string sql, object expected)
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, await ExecuteAsync(database.ConnectionString, sql));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
