using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Keeps two workers from doing one piece of work (a source's poll, a backfill) at the same moment, on whatever machines they run. Held by a connection, so it goes with a worker that dies.</summary>
internal sealed class WorkLock : IAsyncDisposable
{
    private readonly BorderWatchDbContext _db;
    private readonly long _key;

    private WorkLock(BorderWatchDbContext db, long key) => (_db, _key) = (db, key);

    /// <summary>Takes the lock; null where another worker has it.</summary>
    public static async Task<WorkLock?> TryTakeAsync(IDbContextFactory<BorderWatchDbContext> contexts, Guid work, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        var key = BitConverter.ToInt64(work.ToByteArray(), 8);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            var taken = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({key}) AS \"Value\"").SingleAsync(cancellation);
            if (taken) return new WorkLock(db, key);
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
