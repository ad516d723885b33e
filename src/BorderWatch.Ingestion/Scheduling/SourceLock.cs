using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Keeps two workers from polling one source at the same moment, on whatever machines they run. Held by a connection, so it goes with a worker that dies.</summary>
internal sealed class SourceLock : IAsyncDisposable
{
    private readonly BorderWatchDbContext _db;
    private readonly long _key;

    private SourceLock(BorderWatchDbContext db, long key) => (_db, _key) = (db, key);

    /// <summary>Takes the lock; null where another worker has it.</summary>
    public static async Task<SourceLock?> TryTakeAsync(IDbContextFactory<BorderWatchDbContext> contexts, Guid sourceId, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        var key = BitConverter.ToInt64(sourceId.ToByteArray(), 8);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            var taken = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({key}) AS \"Value\"").SingleAsync(cancellation);
            if (taken) return new SourceLock(db, key);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
        await db.DisposeAsync();
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({_key})", CancellationToken.None);
        await _db.DisposeAsync();
    }
}
