using BorderWatch.Ingestion;
using BorderWatch.Postgres;
using BorderWatch.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Cli.Database;

/// <summary>The store, for as long as a command works on it: that of the running application, or a server of the command's own.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly ApplicationDatabase _database;

    private OpenStore(ApplicationDatabase database, IHost host) => (_database, Host) = (database, host);

    /// <summary>Not started: a command that wants the schedule to run starts it.</summary>
    public IHost Host { get; }

    /// <summary>Connects, starting a server where none runs, and migrates.</summary>
    /// <param name="dataFolder">What <c>--data</c> says; null where it was not given.</param>
    /// <param name="level">The least that is told on standard error.</param>
    /// <param name="cancellation">Gives up; what was started is stopped.</param>
    /// <exception cref="PrivatePostgresException">There is no database to be had; the message says what to do.</exception>
    public static async Task<OpenStore> OpenAsync(string? dataFolder, LogLevel level, CancellationToken cancellation)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().SetMinimumLevel(level).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        using var early = LoggerFactory.Create(logging => logging.SetMinimumLevel(level).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        var folder = DataFolder.Choose(dataFolder);
        ExtendedGazetteer.UseIfThere(folder.Path, early.CreateLogger<OpenStore>());
        var database = await ApplicationDatabase.OpenToShareAsync(
            folder, builder.Configuration.GetConnectionString("BorderWatch"), early.CreateLogger<ApplicationDatabase>(), cancellation);
        try
        {
            builder.Services.AddStore(database.ConnectionString).AddIngestion();
            var host = builder.Build();
            await host.Services.MigrateStoreAsync(cancellation);
            return new OpenStore(database, host);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (Host is IAsyncDisposable host) await host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
