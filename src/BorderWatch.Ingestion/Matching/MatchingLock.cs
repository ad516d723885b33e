using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Matching;

/// <summary>Held from looking for an incident to founding one, and by editors who move reports, until the transaction ends.</summary>
internal static class MatchingLock
{
    // "matching", as a number.
    private const long Key = 0x6D61746368696E67;

    /// <summary>Waits for it.</summary>
    public static Task TakeAsync(BorderWatchDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellation);
}
