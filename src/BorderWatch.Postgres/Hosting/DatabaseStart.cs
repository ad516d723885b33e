using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BorderWatch.Postgres.Hosting;

/// <summary>Gives a host its database before anything is built on it.</summary>
public static class DatabaseStart
{
    private const string ConnectionName = "BorderWatch";

    /// <summary>
    /// Uses <c>ConnectionStrings:BorderWatch</c> when it is set, else starts the private server of the data folder and sets it.
    /// Dispose the result after the host has stopped: the database goes last.
    /// </summary>
    /// <returns>Null when there is no database to be had; the reason, and what to do, has been printed.</returns>
    public static async Task<HostedDatabase?> OpenDatabaseAsync(this IHostApplicationBuilder builder)
    {
        var logger = new ConsoleLines();
        var signals = new StopSignals();
        try
        {
            var folder = DataFolder.From(builder.Configuration);
            logger.Say($"Data folder: {folder}");
            var database = await ApplicationDatabase.OpenAsync(
                folder, builder.Configuration.GetConnectionString(ConnectionName), logger, signals.Requested);

            builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{ConnectionName}", database.ConnectionString)]);
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<HostedDatabaseLifetime>(services, database, signals));
            return new HostedDatabase(database, signals);
        }
        catch (PrivatePostgresException e)
        {
            signals.Dispose();
            await Console.Error.WriteLineAsync(e.Message);
            return null;
        }
        catch (OperationCanceledException) when (signals.Requested.IsCancellationRequested)
        {
            signals.Dispose();
            await Console.Error.WriteLineAsync("Stopped before the database was ready.");
            return null;
        }
    }
}
