using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorderWatch.Store;

/// <summary>Brings a database to the version that this program expects.</summary>
public static class StoreMigration
{
    private const long MigrationLock = 0x424F5244_4D494752; // "BORDMIGR"

    /// <summary>
    /// Creates the database where there is none, runs the migrations that it lacks, and adds what every store has: the source of
    /// pasted articles. Safe to call at every start, and by several nodes at once: one works, the others wait for it.
    /// </summary>
    /// <param name="services">The application's services, with <see cref="StoreRegistration.AddStore"/> among them.</param>
    /// <param name="cancellation">Cancels waiting and between two migrations; each migration is one transaction.</param>
    /// <exception cref="InvalidOperationException">The database belongs to a newer version of the program.</exception>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30)); // An index over a million rows takes its time.
        await CreateDatabaseAsync(db, cancellation);

        // The lock belongs to a connection, and ends with it, whatever happens to this process.
        await using var holder = await contexts.CreateDbContextAsync(cancellation);
        holder.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await holder.Database.OpenConnectionAsync(cancellation);
        await holder.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
        try
        {
            await RefuseNewerAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
            await AddPastedSourceAsync(db, services.GetRequiredService<TimeProvider>(), cancellation);
        }
        finally
        {
            // Pooled connections live on, so the lock is given back by name; not cancelled, or the next node would wait for ever.
            await holder.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private static async Task CreateDatabaseAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellation)) return;
        try
        {
            await creator.CreateAsync(cancellation);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node created it in this moment, which is all that was wanted.
        }
    }

    private static async Task RefuseNewerAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database was made by a newer version of BorderWatch (it has {string.Join(", ", unknown)}). Start that version, or restore an older backup.");
        }
    }

    private static async Task AddPastedSourceAsync(BorderWatchDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Sources.AnyAsync(source => source.Id == Source.PastedId, cancellation)) return;
        db.Sources.Add(new Source { Id = Source.PastedId, Name = Source.PastedName, Kind = SourceKind.Pasted, IsEnabled = false, CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
    }
}
