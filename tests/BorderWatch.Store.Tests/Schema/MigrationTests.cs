using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorderWatch.Store.Tests.Schema;

public sealed class MigrationTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_HasNoPendingChanges()
    {
        await using var services = Store("Host=127.0.0.1");
        await using var db = services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Nodes_StartingAtOnce_AllFindTheStoreReady()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Cancellation);
        var nodes = Enumerable.Range(0, 3).Select(_ => Store(database.ConnectionString)).ToList();

        await Task.WhenAll(nodes.Select(node => node.MigrateStoreAsync(Cancellation)));
        await nodes[0].MigrateStoreAsync(Cancellation);

        foreach (var node in nodes)
        {
            var pasted = Assert.Single(await node.GetRequiredService<ISourceQuery>().ListAsync(Cancellation)).Source;
            Assert.Equal((Source.PastedId, Source.PastedName, SourceKind.Pasted), (pasted.Id, pasted.Name, pasted.Kind));
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task MissingDatabase_IsCreated()
    {
        await using var beside = await postgres.CreateEmptyDatabaseAsync(Cancellation);
        var name = $"borderwatch_missing_{Guid.NewGuid():N}";
        await using var services = Store(new NpgsqlConnectionStringBuilder(beside.ConnectionString) { Database = name, Pooling = false }.ConnectionString);

        await services.MigrateStoreAsync(Cancellation);

        Assert.Single(await services.GetRequiredService<ISourceQuery>().ListAsync(Cancellation));
        await using var source = NpgsqlDataSource.Create(beside.ConnectionString);
        await source.CreateCommand($"DROP DATABASE {name} WITH (FORCE)").ExecuteNonQueryAsync(Cancellation);
    }

    [Fact]
    public async Task NewerDatabase_IsRefused()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        await using var services = Store(database.ConnectionString);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await source.CreateCommand("""INSERT INTO "__EFMigrationsHistory" VALUES ('29991231235959_Future', '99')""").ExecuteNonQueryAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => services.MigrateStoreAsync(Cancellation));

        Assert.Contains("newer version", refused.Message);
    }

    [Fact]
    public async Task Down_LeavesNothingBehind()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancellation);
        await using var services = Store(database.ConnectionString);
        await using var db = services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();

        await db.GetService<IMigrator>().MigrateAsync("0", Cancellation);
        await services.MigrateStoreAsync(Cancellation);

        Assert.Equal(1, await db.Sources.CountAsync(Cancellation));
    }

    private static ServiceProvider Store(string connectionString) => new ServiceCollection().AddStore(connectionString).BuildServiceProvider();
}
