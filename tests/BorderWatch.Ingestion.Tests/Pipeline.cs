using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Ingestion.Tests;

/// <summary>Ingestion over a migrated database of its own, its clock in the test's hand, loopback allowed to be fetched from.</summary>
public sealed class Pipeline : IAsyncDisposable
{
    /// <summary>What the clock shows at first.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Pipeline(TestDatabase database, ServiceProvider services) => (_database, _services) = (database, services);

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Starts at <see cref="Start"/> and stands still unless the test moves it.</summary>
    public StandingClock Clock { get; } = new(Start);

    internal static async Task<Pipeline> CreateAsync(
        PostgresFixture postgres, CancellationToken cancellation, Action<IngestionOptions>? configure = null, IArticleExtractor? extractor = null)
    {
        var database = await postgres.CreateDatabaseAsync(cancellation);
        var services = new ServiceCollection();
        if (extractor is not null) services.AddSingleton(extractor);
        services.AddStore(database.ConnectionString).AddIngestion(options =>
        {
            options.PollDueSources = false;
            options.Fetching.HostDelay = TimeSpan.Zero;
            options.Fetching.AllowedNetworks = ["127.0.0.1/32"];
            options.Fetching.Retries = 0;
            configure?.Invoke(options);
        });
        Pipeline? pipeline = null;
        services.AddSingleton<TimeProvider>(_ => pipeline!.Clock);
        return pipeline = new Pipeline(database, services.BuildServiceProvider());
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public object Get(Type type) => _services.GetRequiredService(type);

    public BorderWatchDbContext Open() => Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
