using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace BorderWatch.Store;

/// <summary>What <c>dotnet ef</c> makes migrations from; adding one needs no server.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<BorderWatchDbContext>
{
    public BorderWatchDbContext CreateDbContext(string[] args)
    {
        var connectionString = Environment.GetEnvironmentVariable("ConnectionStrings__BorderWatch") ?? "Host=127.0.0.1;Database=borderwatch";
        var options = new DbContextOptionsBuilder<BorderWatchDbContext>();
        StoreRegistration.Use(options, NpgsqlDataSource.Create(connectionString));
        return new BorderWatchDbContext(options.Options);
    }
}
