using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Tests;

/// <summary>A migrated database with the store's services over it, and a count of the commands that they send.</summary>
public sealed class StoreDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private StoreDatabase(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddStore(database.ConnectionString)
            .ConfigureDbContext<BorderWatchDbContext>(options => options.AddInterceptors(Commands))
            .BuildServiceProvider();
    }

    public CommandCount Commands { get; } = new();

    public static async Task<StoreDatabase> CreateAsync(PostgresFixture postgres, CancellationToken cancellation) =>
        new(await postgres.CreateDatabaseAsync(cancellation));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public BorderWatchDbContext Open() => Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
