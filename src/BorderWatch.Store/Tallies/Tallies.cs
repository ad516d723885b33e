using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tallies;

/// <inheritdoc cref="ITallies"/>
internal sealed class Tallies(IDbContextFactory<BorderWatchDbContext> contexts) : ITallies
{
    // Of millions of incidents it takes longer than a page would wait.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    public Task<int> FoldAsync(CancellationToken cancellation) => CallAsync("SELECT fold_tallies() + fold_region_tallies() AS \"Value\"", cancellation);

    public Task<int> CheckAsync(CancellationToken cancellation) => CallAsync("SELECT count_wrong_tallies() + count_wrong_region_tallies() AS \"Value\"", cancellation);

    public Task RebuildAsync(CancellationToken cancellation) => CallAsync("SELECT rebuild_tallies() + rebuild_region_tallies() AS \"Value\"", cancellation);

    private async Task<int> CallAsync(string sql, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(s_patience);
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancellation);
    }
}
